import { expect } from 'vitest';
import { isPending, shownPayload, type Activation } from '@/lib/activation/activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { registrationOf } from '@/lib/activation/activation-gateway';
import { LEGAL_MOVES, type LifecycleWorld } from './lifecycle-world';

/** What must hold after whatever has happened. */
export async function checkInvariants(world: LifecycleWorld): Promise<void> {
  await checkPendingOnes(world);
  for (const id of world.ids) {
    const history = world.historyOf(id);
    checkHistory(history);
    await checkKept(world, id, history);
    await checkAudit(world, id, history);
  }
}

function checkHistory(history: Activation[]): void {
  for (const [index, activation] of history.entries()) {
    expect(activation.version).toBe(index + 1);
    expect(shownPayload(activation) !== null).toBe(activation.state === 'issued');
    const before = history[index - 1];
    if (!before) expect(activation.state).toBe('requested');
    else if (!isFirstLook(activation, before)) expect(LEGAL_MOVES[before.state]).toContain(activation.state);
  }
}

function isFirstLook(activation: Activation, before: Activation | undefined): boolean {
  if (activation.state !== 'issued' || before?.state !== 'issued') return false;
  return before.reached.shown === undefined && activation.reached.shown !== undefined;
}

/** What the store answers is the last move kept; so an end stays what it was. */
async function checkKept({ ports }: LifecycleWorld, id: ActivationId, history: Activation[]): Promise<void> {
  expect(await ports.store.find(id, 'example.org')).toEqual(history.at(-1));
}

async function checkAudit({ ports }: LifecycleWorld, id: ActivationId, history: Activation[]): Promise<void> {
  const [{ userId, domain } = { userId: '', domain: '' }] = history;
  const records = await ports.audit.listFor({ userId, domain }, 1_000);
  const types = records.flatMap(({ event }) =>
    'activationId' in event && event.activationId === id ? [event.type] : [],
  );
  const chronological = types.toReversed();
  const firstLook = chronological.indexOf('image-viewed');
  const moves = chronological.filter((type, index) => type !== 'image-viewed' || index === firstLook);
  expect(moves).toEqual(
    history.map((move, index) => (isFirstLook(move, history[index - 1]) ? 'image-viewed' : `activation-${move.state}`)),
  );
}

async function checkPendingOnes(world: LifecycleWorld): Promise<void> {
  for (const user of world.users) {
    const own = await Promise.all(world.ids.map((id) => world.ports.store.find(id, 'example.org')));
    const pending = own.filter((one) => one && one.userId === user.userId && isPending(one));
    expect(pending.length).toBeLessThanOrEqual(1);
    expect(await world.ports.store.findPending(user)).toEqual(pending[0] ?? null);
  }
}

/** Once everything has been looked after, pages and gateway say the same of every activation. */
export async function checkAgreement(world: LifecycleWorld): Promise<void> {
  const { ports, fake } = world;
  for (const id of world.ids) {
    const activation = await ports.store.find(id, 'example.org');
    const issued = world.historyOf(id).find(({ state }) => state === 'issued');
    if (!activation || issued?.state !== 'issued' || world.estranged.has(id)) continue;
    const observed = await ports.gateway.observe(registrationOf(issued));
    const instances = await fake.embedded.listInstances(activation);
    if (isPending(activation) || activation.state === 'active') expect(observed.state).toBe(activation.state);
    else expect(['expired', 'cancelled', 'failed', 'superseded']).toContain(observed.state);
    const isListed = instances.some(({ instanceId }) => instanceId === observed.instanceId);
    expect(isListed).toBe(activation.state === 'active');
  }
}
