import { beforeAll, expect, it } from 'vitest';
import { byNaturalOrder, naturalKey } from '@/lib/accounts/users/natural-order';
import { searchWords } from '@/lib/accounts/users/search-terms';
import type { Database } from '@/lib/database/database';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { findRarest, searchQuery, searchUsers } from '@/lib/database/search-users';
import { Prisma } from '@/lib/generated/prisma/client';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { fillUserDirectory, person } from '../../support/databases/fill-user-directory';
import { testPersister } from '../../support/test-chain';

const DOMAIN = 'example.org';

/** Of the people who are sorted by their devices: every ninth, so that none of their devices works. */
const isDisabled = (number: number) => number % 9 === 8;
const devicesOf = (number: number) => ({ working: number % 4, locked: number % 3 === 0 ? 1 : 0 });
const serialNumberOf = (number: number) => `VDS${9_000_000 + number}`;

/** As the database sorts by it. */
function deviceKeyOf(number: number): number {
  const { working, locked } = devicesOf(number);
  if (working + locked === 0) return 0;
  return working === 0 || isDisabled(number) ? -1 : working;
}

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await fillUserDirectory(database.client, DOMAIN, 3_000);
  });

  async function plan(typed: string, after: string | null): Promise<string> {
    const words = searchWords(typed);
    const query = searchQuery(DOMAIN, words, words[0] ?? '', after, null);
    const rows = await database.client.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(['an', 'mulla', 'an be', 'anbe corda', person(1_234).mailAddresses[0] ?? ''])(
    'a search for %j goes through the index, without a look at every term',
    async (typed) => {
      for (const after of [null, 'a']) {
        const steps = await plan(typed, after);
        expect(steps).toMatch(/Index (?:Only )?Scan (?:using|on) user_search_term_domain_term_user_id_idx/);
        expect(steps).not.toMatch(/Seq Scan on user_search_term/);
      }
    },
  );

  it('the search starts with the rarest word', async () => {
    expect(await findRarest(database.client, DOMAIN, ['an', 'mul', 'be'])).toBe('mul');
    expect(await findRarest(database.client, DOMAIN, ['an', 'zzz'])).toBe('zzz');
  });

  it('the search finds exactly the matching users, over all pages', async () => {
    const expected = Array.from({ length: 3_000 }, (_, number) => person(number)).filter(({ displayName }) =>
      /^An.* An/.test(displayName),
    );
    expect(expected.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await searchUsers(database.client, DOMAIN, ['an', 'an'], after, null);
      found.push(...page.userIds);
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(found).size).toBe(found.length);
    for (const { userId } of expected) expect(found).toContain(userId);
    const directory = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), []);
    const { users } = await directory.search(DOMAIN, searchWords(person(77).userId), null);
    expect(users[0]?.userId).toBe(person(77).userId);
  });

  it('any number of users is sorted by name, over all pages', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await searchUsers(database.client, DOMAIN, ['an'], after, { by: 'name', direction: 'ascending' });
      found.push(...page.userIds);
      if (page.next === null) break;
      after = page.next;
    }
    const people = new Map(Array.from({ length: 3_000 }, (_, number) => [person(number).userId, person(number)]));
    const names = found.map((userId) => people.get(userId)?.displayName ?? '');
    expect(new Set(found).size).toBeGreaterThan(200);
    expect(names).toEqual(names.toSorted(byNaturalOrder));
  });

  it('users are sorted by their devices over all pages: locked out, without one, then by how many work', async () => {
    const people = Array.from({ length: 45 }, (_, number) => ({ userId: `dev.${number}`, number }));
    const now = new Date();
    const common = { domain: DOMAIN, displayName: 'Dev', passwordHash: '!', roles: ['user'], passwordChangedAt: now };
    await database.client.user.createMany({
      data: people.map(({ userId, number }) => ({
        ...common,
        userId,
        createdAt: now,
        userIdKey: naturalKey(userId),
        nameKey: naturalKey('Dev'),
        disabledAt: isDisabled(number) ? now : null,
      })),
    });
    await database.client.userSearchTerm.createMany({
      data: people.map(({ userId }) => ({ userId, domain: DOMAIN, term: 'devsorted' })),
    });
    await database.client.gatewayLicence.createMany({
      data: people.map(({ userId, number }) => ({
        serialNumber: serialNumberOf(number),
        userId,
        domain: DOMAIN,
        encryptedKey: '!',
        activationLimit: 0,
        pinMinimumLength: 6,
        pinMaximumLength: 8,
        notificationsEnabled: false,
        createdAt: now,
      })),
    });
    await database.client.gatewayInstance.createMany({
      data: people.flatMap(({ number }) => {
        const { working, locked } = devicesOf(number);
        const states = [...Array<string>(working).fill('active'), ...Array<string>(locked).fill('locked'), 'removed'];
        return states.map((state, index) => ({
          serialNumber: serialNumberOf(number),
          sequenceNumber: index + 1,
          deviceCode: '0'.repeat(26),
          description: '',
          state,
          activatedAt: now,
        }));
      }),
    });
    const ascending = people
      .toSorted((left, right) => deviceKeyOf(left.number) - deviceKeyOf(right.number) || left.number - right.number)
      .map(({ userId }) => userId);
    for (const direction of ['ascending', 'descending'] as const) {
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await searchUsers(database.client, DOMAIN, ['devsorted'], after, { by: 'devices', direction });
        found.push(...page.userIds);
        if (page.next === null) break;
        after = page.next;
      }
      expect(found).toEqual(direction === 'ascending' ? ascending : ascending.toReversed());
    }
  });
});
