import { naturalKey } from '@/lib/accounts/users/natural-order';
import { searchTerms } from '@/lib/accounts/users/search-terms';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { MailAddress } from '@/lib/shared/mail-address';

const SYLLABLES = [
  'an',
  'be',
  'cor',
  'da',
  'el',
  'fi',
  'ga',
  'hen',
  'is',
  'jo',
  'ka',
  'lu',
  'ma',
  'ni',
  'ol',
  'pe',
  'ra',
  'so',
  'ti',
  'ver',
  'wil',
  'ya',
  'zé',
  'mül',
];
const BATCH = 5_000;

export type Person = { userId: string; displayName: string; mailAddresses: MailAddress[] };

/** Person number `number`, always the same. Low syllables are common, as names are: one in eight begins with `an`. */
export function person(number: number): Person {
  const draw = (round: number) => SYLLABLES[Math.floor(chance(number * 8 + round) ** 1.5 * SYLLABLES.length)] ?? '';
  const first = draw(1) + draw(2);
  const last = draw(3) + draw(4) + draw(5);
  const displayName = [first, last].map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(' ');
  const userId = `${first.charAt(0)}${last}${number}`.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return { userId, displayName, mailAddresses: [`${userId}@example.org` as MailAddress] };
}

/** Adds people, past the port: to hash a hundred thousand passwords would take an hour. Nobody can sign in as them. */
export async function fillUserDirectory(client: PrismaClient, domain: string, count: number): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    const people = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => person(start + index));
    const now = new Date();
    const common = { domain, passwordHash: '!', roles: ['user'], createdAt: now, passwordChangedAt: now };
    await client.user.createMany({
      data: people.map((one) => ({
        ...one,
        ...common,
        nameKey: naturalKey(one.displayName),
        userIdKey: naturalKey(one.userId),
      })),
    });
    const terms = people.flatMap((one) => searchTerms(one).map((term) => ({ userId: one.userId, domain, term })));
    const column = (name: 'userId' | 'term') => terms.map((one) => one[name]);
    await client.$executeRaw`INSERT INTO user_search_term (user_id, domain, term)
      SELECT user_id, ${domain}, term FROM unnest(${column('userId')}::text[], ${column('term')}::text[]) AS t(user_id, term)`;
  }
  await client.$executeRaw`ANALYZE user_search_term`;
  await client.$executeRaw`ANALYZE user_account`;
}

/** From 0 up to 1: a hash of the number (the finish of MurmurHash3). */
function chance(number: number): number {
  let hash = Math.imul(number + 1, 0x9e3779b9);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
