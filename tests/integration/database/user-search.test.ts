import { beforeAll, expect, it } from 'vitest';
import { FOUND_USERS_LIMIT } from '@/lib/accounts/users/user-directory';
import { searchWords } from '@/lib/accounts/users/search-terms';
import type { Database } from '@/lib/database/database';
import { PrismaUserDirectory } from '@/lib/database/tables/prisma-user-directory';
import { findRarest, searchQuery, searchUsers, SORTED_LIMIT } from '@/lib/database/search-users';
import { Prisma } from '@/lib/generated/prisma/client';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { fillUserDirectory, person } from '../../support/databases/fill-user-directory';

const DOMAIN = 'example.org';

forEachDatabase((_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await fillUserDirectory(database.client, DOMAIN, 3_000);
  });

  async function plan(typed: string, after: Parameters<typeof searchQuery>[3], limit: number): Promise<string> {
    const [lead = '', ...others] = searchWords(typed);
    const query = searchQuery(DOMAIN, lead, others, after, limit);
    const rows = await database.client.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(['an', 'mulla', 'an be', 'anbe corda', person(1_234).mailAddresses[0] ?? ''])(
    'a search for %j goes through the index, without a look at every row',
    async (typed) => {
      for (const [after, limit] of [
        [null, SORTED_LIMIT + 1],
        [{ term: 'anb', userId: 'a' }, FOUND_USERS_LIMIT + 1],
      ] as const) {
        const steps = await plan(typed, after, limit);
        expect(steps).toMatch(/Index (?:Only )?Scan (?:using|on) user_search_term_domain_term_user_id_idx/);
        expect(steps).not.toMatch(/Seq Scan/);
      }
    },
  );

  it('lets the rarest word lead', async () => {
    expect(await findRarest(database.client, DOMAIN, ['an', 'mul', 'be'])).toBe('mul');
    expect(await findRarest(database.client, DOMAIN, ['an', 'zzz'])).toBe('zzz');
  });

  it('finds everybody who is meant, over all pages, and nobody else', async () => {
    const expected = Array.from({ length: 3_000 }, (_, number) => person(number)).filter(({ displayName }) =>
      /^An.* An/.test(displayName),
    );
    expect(expected.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await searchUsers(database.client, DOMAIN, ['an', 'an'], after);
      found.push(...page.userIds);
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(found).size).toBe(found.length);
    for (const { userId } of expected) expect(found).toContain(userId);
    const directory = new PrismaUserDirectory(database, systemClock, []);
    const { users } = await directory.search(DOMAIN, searchWords(person(77).userId), null);
    expect(users[0]?.userId).toBe(person(77).userId);
  });

  it('orders a few people by name, numbers by value, over all pages', async () => {
    const directory = new PrismaUserDirectory(database, systemClock, []);
    const names = Array.from({ length: 25 }, (_, index) => `Zzyzx Number ${index + 1}`);
    await database.client.user.createMany({
      data: names.map((displayName, index) => ({
        userId: `zzyzx.${index + 1}`,
        domain: DOMAIN,
        displayName,
        passwordHash: '',
        createdAt: new Date(),
        passwordChangedAt: new Date(),
      })),
    });
    await database.client.userSearchTerm.createMany({
      data: Array.from(names.keys(), (index) => ({ userId: `zzyzx.${index + 1}`, domain: DOMAIN, term: 'zzyzx' })),
    });
    const first = await directory.search(DOMAIN, ['zzy'], null);
    const second = await directory.search(DOMAIN, ['zzy'], first.next);
    expect([...first.users, ...second.users].map(({ displayName }) => displayName)).toEqual(names);
    expect(second.next).toBeNull();
  });
});
