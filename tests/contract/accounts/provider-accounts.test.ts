import { beforeAll, expect, it } from 'vitest';
import type { ChangedRoles } from '@/lib/accounts/provider/provider-accounts';
import type { Role } from '@/lib/accounts/users/role';
import type { Database } from '@/lib/database/database';
import { PrismaProviderAccounts } from '@/lib/database/tables/accounts/prisma-provider-accounts';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { JANE } from '../../support/doubles/fake-access-ports';
import { testAppender, testPersister } from '../../support/test-chain';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const ISSUER = 'https://login.bank.example';
const NOW = new Date('2026-11-27T02:00:00Z');
const NO_EVENTS = () => [];

let people = 0;

forEachDatabase((_name, open) => {
  let database: Database;
  let users: PrismaUserDirectory;
  let accounts: PrismaProviderAccounts;

  beforeAll(async () => {
    database = await open();
    users = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP);
    accounts = new PrismaProviderAccounts(database.client, testPersister(systemClock, testAppender()));
  });

  async function add(...roles: Role[]) {
    const user = { userId: `provided.${(people += 1)}`, domain: `domain-${people}.example` };
    await users.add({ ...JANE, ...user, roles });
    return user;
  }

  const rolesOf = async (user: { userId: string; domain: string }) =>
    (await users.find(user.userId, user.domain))?.roles;

  it('a subject is bound to one account for good, and binding it again changes nothing', async () => {
    const [anna, ben] = [await add('user'), await add('user')];
    const subject = { issuer: ISSUER, subject: anna.userId };
    expect((await accounts.bind(subject, anna, NOW, [])).ok).toBe(true);
    expect((await accounts.bind(subject, anna, NOW, [])).ok).toBe(true);
    expect(await accounts.bind(subject, ben, NOW, [])).toEqual({ ok: false, refusal: 'bound-otherwise' });
    const other = { issuer: ISSUER, subject: `another ${anna.userId}` };
    expect(await accounts.bind(other, anna, NOW, [])).toEqual({ ok: false, refusal: 'bound-otherwise' });
    expect(await accounts.find(subject)).toEqual(anna);
    expect(await accounts.find({ ...subject, issuer: 'https://other.example' })).toBeNull();
    expect([await accounts.isBound(anna, ISSUER), await accounts.isBound(ben, ISSUER)]).toEqual([true, false]);
  });

  it('threat: of two subjects that come for one account at once, one gets it', async () => {
    const user = await add('user');
    const bound = await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        accounts.bind({ issuer: ISSUER, subject: `${name} ${user.userId}` }, user, NOW, []),
      ),
    );
    expect(bound.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('a subject’s binding is deleted with its account, so that a reused user ID does not inherit it', async () => {
    const user = await add('user');
    await accounts.bind({ issuer: ISSUER, subject: user.userId }, user, NOW, []);
    await database.client.user.deleteMany({ where: user });
    expect(await accounts.find({ issuer: ISSUER, subject: user.userId })).toBeNull();
  });

  it('a change of roles ends the sessions, and setting the same roles does nothing', async () => {
    const user = await add('user', 'auditor');
    const sessions = new PrismaSessionStore(database);
    const before = await sessions.epochOf(user);
    expect(await accounts.setRoles(user, ['auditor', 'user'], NOW, NO_EVENTS)).toBeNull();
    expect((await sessions.epochOf(user)).number).toBe(before.number);
    const changed = await accounts.setRoles(user, ['user', 'helpdesk-agent'], NOW, NO_EVENTS);
    expect(changed).toEqual({ given: ['helpdesk-agent'], taken: ['auditor'], keptAdministrator: false });
    expect(await rolesOf(user)).toEqual(['user', 'helpdesk-agent']);
    expect((await sessions.epochOf(user)).endedAt).toEqual(NOW);
  });

  it('threat: a provider that takes the role from every administrator at once leaves one', async () => {
    const first = await add('user', 'administrator');
    const second = { ...first, userId: `${first.userId}.second` };
    await users.add({ ...JANE, ...second, roles: ['user', 'administrator'] });
    const changes: (ChangedRoles | null)[] = await Promise.all(
      [first, second].map((user) => accounts.setRoles(user, ['user'], NOW, NO_EVENTS)),
    );
    expect((await users.listWithRole('administrator', first.domain)).length).toBe(1);
    expect(changes.filter((change) => change === null)).toHaveLength(1);
  });
});
