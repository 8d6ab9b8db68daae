import { expect, it } from 'vitest';
import { endServiceAccount } from '@/lib/helpdesk/service-accounts/change-account';
import { departedHolders, isHeldByDeparted } from '@/lib/helpdesk/service-accounts/departed-holders';
import { rotateServiceKey } from '@/lib/helpdesk/service-accounts/make-key';
import { authenticateServiceAccount } from '@/lib/helpdesk/service-accounts/authenticate';
import { DAY } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { madeServiceAccount, memoryServiceAccounts, valueOf } from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';

async function begin() {
  const world = memoryServiceAccounts();
  const [administrator, another] = [await world.add(['administrator']), await world.add(['administrator'])];
  const approver = await world.add(['helpdesk-approver']);
  const { id, key } = await madeServiceAccount(world, { administrator, approver });
  const look = async () => {
    const account = await world.ports.accounts.find(id, 'example.org');
    if (!account) throw new Error('no account');
    const departed = await departedHolders(world.ports, administrator.domain, [account]);
    return { departed: [...departed], isHeld: isHeldByDeparted(account, departed, world.clock.now()) };
  };
  return { world, administrator, another, id, key, look };
}

it('a key whose holder has left opens, and is listed until it is replaced and its overlap is over', async () => {
  const { world, administrator, another, id, key, look } = await begin();
  expect(await look()).toEqual({ departed: [], isHeld: false });
  await world.disable(administrator);
  expect(await look()).toEqual({ departed: [administrator.userId], isHeld: true });
  expect(await authenticateServiceAccount(world.ports, key, null, world.clock.now())).toMatchObject({ ok: true });
  valueOf(await rotateServiceKey(world.ports, signedInAs(another), { id, overlapMs: DAY }, ORIGIN));
  expect(await look()).toMatchObject({ isHeld: true });
  world.clock.pass(DAY);
  expect(await look()).toEqual({ departed: [], isHeld: false });
});

it('an account that has ended asks for nothing', async () => {
  const { world, administrator, another, id, look } = await begin();
  await world.disable(administrator);
  valueOf(await endServiceAccount(world.ports, signedInAs(another), id, ORIGIN));
  expect(await look()).toEqual({ departed: [], isHeld: false });
});
