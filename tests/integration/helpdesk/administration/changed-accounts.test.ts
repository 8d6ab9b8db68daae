import { beforeAll, describe, expect, it, vi } from 'vitest';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { GatewayError } from '@/lib/activation/gateway-error';
import { enableAccount, removeAccount } from '@/lib/helpdesk/administration/change-account';
import { settleAccounts } from '@/lib/helpdesk/administration/settle-account';
import { finishActs } from '@/lib/devices/acts/act-at-gateway';
import { Latch } from '@/lib/kit/latch';
import { HOUR } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { accountChangeSuite } from './account-change.suite';
import { DOMAIN, PASSWORD, openChangedAccountsWorld, type ChangedAccountsWorld } from './changed-accounts-world';
import { disabledAccountSuite } from './disabled-account.suite';

const SUITES = [
  ['somebody who is disabled', disabledAccountSuite],
  ['a change of an account', accountChangeSuite],
] as const;

forEachPairOfReplicas((_kind, open) => {
  let world: ChangedAccountsWorld;

  beforeAll(async () => {
    world = await openChangedAccountsWorld(await open());
  });

  describe.each(SUITES)('%s', (_name, suite) => {
    suite(() => world);
  });

  it('a removed account leaves its records, and no device, session or password', async () => {
    const { here, there } = world;
    const { desk, ports } = here;
    const user = await world.add(['user'], (await desk.newcomer()).userId);
    const { instanceId } = await desk.activate(user);
    const session = await world.enter(user);
    expect(await removeAccount(ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await enableAccount(ports, null, user, ORIGIN)).toEqual({ ok: false, refusal: 'being-removed' });
    const faults: unknown[] = [];
    const settle = () => settleAccounts(ports, (fault) => faults.push(fault), new AbortController().signal);
    desk.directory.isReachable = false;
    await settle();
    expect([faults.length, await world.bar(user)]).toEqual([1, 'disabled']);
    desk.directory.isReachable = true;
    await settle();
    expect(faults).toHaveLength(1);
    expect(await there.access.users.find(user.userId, DOMAIN)).toBeNull();
    expect(await ports.directory.list(user)).toEqual([]);
    expect(await here.database.client.session.findUnique({ where: { id: session.id } })).toBeNull();
    const records = (await ports.audit.listFor(user, 10)).map(({ event }) => event);
    expect(records[0]).toMatchObject({ type: 'account-removed' });
    expect(records).toContainEqual(expect.objectContaining({ type: 'authenticator-removed', instanceId }));
    const typed = { userId: user.userId, password: PASSWORD };
    expect(await signIn(there.access, typed, ORIGIN)).toMatchObject({ ok: false });
  });

  it('two replicas that remove an account at once record the removal of its device once', async () => {
    const { desk, ports } = world.here;
    const user = await world.add(['user'], (await desk.newcomer()).userId);
    const { instanceId } = await desk.activate(user);
    await removeAccount(ports, null, user, ORIGIN);
    const bothHaveListed = new Latch();
    let listed = 0;
    const list = desk.directory.list.bind(desk.directory);
    desk.directory.list = async (owner) => {
      const devices = await list(owner);
      if ((listed += 1) === 2) bothHaveListed.open();
      await bothHaveListed.opened;
      return devices;
    };
    const settle = () => settleAccounts(ports, () => {}, new AbortController().signal);
    await Promise.all([settle(), settle()]).finally(() => {
      desk.directory.list = list;
    });
    const records = (await ports.audit.listFor(user, 20)).map(({ event }) => event);
    const removals = records.filter((event) => event.type === 'authenticator-removed');
    expect(removals).toMatchObject([{ instanceId }]);
  });

  it('a removal of an account whose first answer at the gateway was lost records its device once', async () => {
    const { desk, ports } = world.here;
    const user = await world.add(['user'], (await desk.newcomer()).userId);
    const { instanceId } = await desk.activate(user);
    await removeAccount(ports, null, user, ORIGIN);
    const remove = vi.spyOn(desk.directory, 'remove').mockRejectedValueOnce(new GatewayError('unreachable', 'unknown'));
    const settle = () => settleAccounts(ports, () => {}, new AbortController().signal);
    await settle();
    expect(await world.bar(user)).toBe('disabled');
    await settle();
    expect(await world.here.access.users.find(user.userId, DOMAIN)).toBeNull();
    const later = { now: () => new Date(Date.now() + HOUR) };
    await finishActs({ ...desk.ports, clock: later }, throwIt, new AbortController().signal);
    remove.mockRestore();
    const records = (await ports.audit.listFor(user, 20)).map(({ event }) => event);
    expect(records.filter((event) => event.type === 'authenticator-removed')).toMatchObject([{ instanceId }]);
  });
});

function throwIt(error: unknown): never {
  throw error;
}
