import * as fc from 'fast-check';
import { expect } from 'vitest';
import { isPending, isRegistered, type Activation } from '@/lib/activation/activation';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { LEASE_MS } from '@/lib/activation/following/lease';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';
import { checkAgreement, checkInvariants } from './lifecycle-invariants';
import type { LifecycleWorld } from './lifecycle-world';

type Model = Record<string, never>;
export type LifecycleCommand = fc.AsyncCommand<Model, LifecycleWorld>;

const STEPS = ['issued', 'scanned', 'verified', 'linked', 'active'];
const SERVICES = ['DSAPPSRPGenerateActivationData', 'MdlAddDevice', 'MdlActivate'] as const;

/** Something that happens, after which everything must hold that always must. */
function command(name: string, happen: (world: LifecycleWorld) => Promise<void>): LifecycleCommand {
  return {
    check: () => true,
    async run(_model, world) {
      await happen(world);
      await checkInvariants(world);
    },
    toString: () => name,
  };
}

function start(user: number, crash: boolean): LifecycleCommand {
  return command(`start(${user}${crash ? ', crash' : ''})`, async (world) => {
    const before = await world.pending(user);
    if (crash) world.crashAtNextSave();
    await world.survive(async () => {
      const input = { deviceName: 'Phone', startKey: null };
      const started = await startActivation(world.ports, world.user(user), input, ORIGIN);
      const now = world.ports.clock.now();
      if (before && isPending(before) && now < before.expiresAt) expect(started.ok && started.value.id).toBe(before.id);
    });
    await noteEstranged(world, before);
  });
}

/** @param crashAt the connection during which the process dies; 0 for none */
function phoneSteps(user: number, count: number, crashAt: number): LifecycleCommand {
  return command(`phoneSteps(${user}, ${count}${crashAt > 0 ? `, crash at ${crashAt}` : ''})`, async (world) => {
    for (let made = 1; made <= count; made++) await phoneStep(world, user, made === crashAt);
  });
}

async function phoneStep(world: LifecycleWorld, user: number, crash: boolean): Promise<void> {
  const phone = await world.phone(user);
  if (!phone) return;
  const { registrationIdentifier } = phone.payload;
  const before = await world.ports.store.findByRegistration(registrationIdentifier);
  if (crash) world.crashAtNextSave();
  const [answers, wasReachable] = [[] as string[], world.fake.gateway.isReachable];
  const crashed = await world.survive(async () => answers.push(await phone.step()));
  const after = await world.ports.store.findByRegistration(registrationIdentifier);
  // The page learns at once, unless something was in the way.
  if (crashed || !wasReachable || answers[0] !== 'done' || !before || !isRegistered(before)) return;
  const reached = (await world.fake.embedded.observe(registrationIdentifier))?.state;
  if (reached === 'activated') expect(after?.state).toBe('active');
  else if (after) expect(STEPS.indexOf(after.state)).toBeGreaterThan(STEPS.indexOf(before.state));
}

function wrongEvidence(user: number, service: number): LifecycleCommand {
  return command(`wrongEvidence(${user}, ${service})`, async (world) => {
    const phone = await world.phone(user);
    await world.survive(async () => phone?.guess(SERVICES[service] ?? 'MdlActivate'));
  });
}

function cancel(user: number, crash: boolean): LifecycleCommand {
  return command(`cancel(${user}${crash ? ', crash' : ''})`, async (world) => {
    const before = await world.pending(user);
    if (!before) return;
    if (crash) world.crashAtNextSave();
    const crashed = await world.survive(async () => {
      const cancelled = await cancelActivation(world.ports, signedInAs(world.user(user)), before.id, ORIGIN);
      expect(cancelled.ok && isPending(cancelled.value)).toBe(false);
    });
    if (!crashed) await noteEstranged(world, before);
  });
}

function passTime(milliseconds: number): LifecycleCommand {
  return command(`passTime(${milliseconds / SECOND} s)`, async (world) => world.fake.pass(milliseconds));
}

function reach(isReachable: boolean): LifecycleCommand {
  return command(isReachable ? 'gatewayAnswers' : 'gatewayIsGone', async (world) => {
    world.fake.gateway.isReachable = isReachable;
  });
}

function refuse(doesRefuse: boolean): LifecycleCommand {
  return command(doesRefuse ? 'gatewayRefuses' : 'gatewayAccepts', async (world) => {
    world.fake.gateway.refusal = doesRefuse ? 'no-licence' : null;
  });
}

function registerElsewhere(user: number): LifecycleCommand {
  return command(`registerElsewhere(${user})`, async (world) => {
    await world.fake.embedded.register(world.user(user));
  });
}

function watch(crash: boolean): LifecycleCommand {
  return command(crash ? 'watch(crash)' : 'watch', async (world) => {
    // Past every claim, so that this round looks after everything.
    world.fake.pass(LEASE_MS);
    if (crash) world.crashAtNextSave();
    const before = await Promise.all(world.users.map((_user, index) => world.pending(index)));
    const faults: unknown[] = [];
    await world.survive(() =>
      watchActivations(world.ports, (fault) => void faults.push(fault), new AbortController().signal),
    );
    for (const one of before) await noteEstranged(world, one);
    if (crash || !world.fake.gateway.isReachable) return;
    expect(faults).toEqual([]);
    await checkAgreement(world);
  });
}

/** An activation that ends while the gateway cannot be told goes on there until its time is over. */
async function noteEstranged(world: LifecycleWorld, before: Activation | null): Promise<void> {
  if (!before || world.fake.gateway.isReachable) return;
  const after = await world.ports.store.find(before.id, before.domain);
  if (after && !isPending(after)) world.estranged.add(before.id);
}

const user = fc.nat({ max: 1 });
const rarely = fc.nat({ max: 4 }).map((number) => number === 0);

const phoneRun = fc
  .tuple(user, fc.integer({ min: 1, max: 4 }), fc.integer({ min: -8, max: 4 }))
  .map(([who, count, crashAt]) => phoneSteps(who, count, crashAt));

/** Named more often than once what must come together for anything to happen. */
export const lifecycleCommands = [
  fc.tuple(user, rarely).map(([who, crash]) => start(who, crash)),
  fc.tuple(user, rarely).map(([who, crash]) => start(who, crash)),
  phoneRun,
  phoneRun,
  phoneRun,
  fc.tuple(user, fc.nat({ max: 2 })).map(([who, service]) => wrongEvidence(who, service)),
  fc.tuple(user, rarely).map(([who, crash]) => cancel(who, crash)),
  fc.constantFrom(SECOND, 3 * SECOND, MINUTE, 5 * MINUTE).map(passTime),
  fc.nat({ max: 3 }).map((number) => reach(number > 0)),
  rarely.map(refuse),
  user.map(registerElsewhere),
  rarely.map(watch),
];
