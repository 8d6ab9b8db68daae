import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import {
  disableAccount,
  endSessionsOf,
  giveRole,
  removeAccount,
  takeRole,
} from '@/lib/helpdesk/administration/change-account';
import type { SettlePorts } from '@/lib/helpdesk/administration/settle-account';
import { systemClock } from '@/lib/shared/time/clock';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { rounds } from '../../../support/rounds';
import { DOMAIN, type ChangedAccountsWorld, type Replica } from './changed-accounts-world';

const ROUNDS = rounds(12, 50);

/** What is said of everything that leaves one administrator less; null where it was done. */
async function refusalsOf(ports: SettlePorts, user: User, by: User | null = null): Promise<(string | null)[]> {
  const administrator = by && signedInAs(by);
  const changed = await Promise.all([
    disableAccount(ports, administrator, user, ORIGIN),
    takeRole(ports, administrator, user, 'administrator', ORIGIN),
    removeAccount(ports, administrator, user, ORIGIN),
  ]);
  return changed.map((result) => (result.ok ? null : result.refusal));
}

/** Administrators who change accounts, and each other. @param current gives the world */
export function accountChangeSuite(current: () => ChangedAccountsWorld): void {
  let world: ChangedAccountsWorld;
  let here: Replica;
  let there: Replica;
  let administrator: User;

  beforeEach(async () => {
    world = current();
    ({ here, there } = world);
    for (const { user } of await here.ports.accounts.list(DOMAIN, null, 1_000))
      await here.database.client.user.delete({ where: { userId_domain: { userId: user.userId, domain: DOMAIN } } });
    administrator = await world.add(['administrator']);
  });

  const lastFact = async (user: User) => (await here.ports.audit.listFor(user, 1))[0]?.event;

  it('the last administrator cannot be removed, not even by an operator, nor can one’s own role', async () => {
    expect(await refusalsOf(here.ports, administrator)).toEqual(Array.from({ length: 3 }, () => 'last-administrator'));
    expect(await lastFact(administrator)).toMatchObject({ type: 'account-change-refused' });
    expect(await refusalsOf(here.ports, administrator, administrator)).toEqual(
      Array.from({ length: 3 }, () => 'own-account'),
    );
    await disableAccount(here.ports, null, await world.add(['administrator']), ORIGIN);
    expect(await refusalsOf(here.ports, administrator)).toEqual(Array.from({ length: 3 }, () => 'last-administrator'));
    expect(await world.bar(administrator)).toBeNull();
  });

  it('a change of roles ends the user’s sessions, and is recorded with it', async () => {
    const user = await world.add();
    const first = await world.enter(user);
    await giveRole(here.ports, null, user, 'auditor', ORIGIN);
    expect(await lastFact(user)).toMatchObject({ type: 'role-given', role: 'auditor', actor: { kind: 'system' } });
    const second = await world.enter(user);
    await takeRole(here.ports, signedInAs(administrator), user, 'auditor', ORIGIN);
    const third = await world.enter(user);
    await endSessionsOf(here.ports, signedInAs(administrator), user, ORIGIN);
    expect(await lastFact(user)).toMatchObject({ type: 'sessions-ended', sessions: 1 });
    const found = [first, second, third].map(({ id }) => there.access.sessions.find(id, systemClock.now()));
    expect(await Promise.all(found)).toEqual([null, null, null]);
    const again = await takeRole(here.ports, null, user, 'auditor', ORIGIN);
    expect(again).toEqual({ ok: false, refusal: 'lacks-role' });
  });

  it('threat: of two administrators who change each other at once, one remains', { timeout: 120_000 }, async () => {
    const changes = [
      disableAccount,
      removeAccount,
      (...[ports, by, user, origin]: Parameters<typeof disableAccount>) =>
        takeRole(ports, by, user, 'administrator', origin),
    ];
    const refused = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const other = await world.add(['administrator']);
      const [change = disableAccount, against = disableAccount] = [changes[round % 3], changes[(round >> 1) % 3]];
      const results = await Promise.all([
        change(here.ports, signedInAs(administrator), other, ORIGIN),
        against(there.ports, signedInAs(other), administrator, ORIGIN),
      ]);
      expect(
        results.filter(({ ok }) => ok),
        `round ${round}`,
      ).toHaveLength(1);
      for (const result of results) if (!result.ok) refused.add(result.refusal);
      const left = await there.access.users.listWithRole('administrator', DOMAIN);
      expect(left, `round ${round}`).toHaveLength(1);
      if (left[0]) administrator = left[0];
    }
    expect([...refused].filter((refusal) => refusal !== 'not-permitted' && refusal !== 'last-administrator')).toEqual(
      [],
    );
  });

  it('a role that is given and taken at once ends as one of both, and is recorded as it ended', async () => {
    for (let round = 0; round < 10; round++) {
      const user = await world.add();
      const [given, taken] = await Promise.all([
        giveRole(here.ports, null, user, 'auditor', ORIGIN),
        takeRole(there.ports, null, user, 'auditor', ORIGIN),
      ]);
      expect(given.ok).toBe(true);
      const { roles } = (await there.access.users.find(user.userId, DOMAIN)) ?? user;
      expect(roles).toEqual(taken.ok ? ['user'] : ['user', 'auditor']);
    }
  });
}
