import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';

/** How many connections a phone makes; the last one makes a device that works. */
const CONNECTIONS = 4;

type UnderWay = { id: ActivationId; user: { userId: string; domain: string }; phone: FakePhone };

/** What a clock that jumps does to activations under way. @param current gives the ports, as new before each test */
export function clockJumpSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let people = 0;

  beforeEach(() => {
    fake = current();
    // Outside gateways do not tell of a phone's steps.
    fake.gateway.capabilities = { ...fake.gateway.capabilities, pushes: false };
  });

  async function start(connections = 0): Promise<UnderWay> {
    const user = { userId: `clock ${(people += 1)}`, domain: 'example.org' };
    const started = await startActivation(fake.ports, user, { deviceName: '', startKey: null }, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const { id } = started.value;
    const shown = await revealPayload(fake.ports, signedInAs(user), id, 'svg', ORIGIN);
    if (!shown.ok) throw new Error(shown.refusal);
    const phone = new FakePhone(fake.embedded, shown.value.payload);
    for (let count = 0; count < connections; count++) expect(await phone.step()).toBe('done');
    return { id, user, phone };
  }

  /** One after each number of connections. */
  async function startAll(): Promise<UnderWay[]> {
    const started: UnderWay[] = [];
    for (let connections = 0; connections <= CONNECTIONS; connections++) started.push(await start(connections));
    return started;
  }

  async function watch(): Promise<void> {
    const faults: unknown[] = [];
    await watchActivations(fake.ports, (error) => void faults.push(error), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  const stateOf = async ({ id }: UnderWay) => (await fake.ports.store.find(id, 'example.org'))?.state;
  const devicesOf = async ({ user }: UnderWay) => (await fake.embedded.listInstances(user)).length;

  async function expectNewOnesToWork(): Promise<void> {
    const fresh = await start(CONNECTIONS);
    expect(await stateOf(fresh)).toBe('active');
  }

  describe('a clock that jumps', () => {
    it('a clock that jumps an hour forward ends what is pending, informs page and phone, and leaves devices', async () => {
      const started = await startAll();
      fake.pass(HOUR);
      await watch();
      for (const [connections, one] of started.entries()) {
        const isDone = connections === CONNECTIONS;
        expect(await stateOf(one)).toBe(isDone ? 'active' : 'expired');
        const goesOn = !isDone && (await one.phone.step()) === 'done';
        expect(goesOn).toBe(false);
        expect(await devicesOf(one)).toBe(isDone ? 1 : 0);
      }
      await expectNewOnesToWork();
    });

    it('a clock that jumps an hour back stops no phone and no round, and pending activations end on time', async () => {
      const started = await startAll();
      const waiting = await start();
      fake.pass(-HOUR);
      fake.gateway.observed.length = 0;
      await watch();
      expect(fake.gateway.observed).toHaveLength(CONNECTIONS + 1);
      for (const [connections, one] of started.entries()) {
        for (let count = connections; count < CONNECTIONS; count++) expect(await one.phone.step()).toBe('done');
        expect(await stateOf(one)).toBe('active');
        expect(await devicesOf(one)).toBe(1);
      }
      await expectNewOnesToWork();
      expect(await stateOf(waiting)).toBe('issued');
      fake.pass(HOUR + 5 * MINUTE + SECOND);
      await watch();
      expect(await stateOf(waiting)).toBe('expired');
    });

    it('a clock that jumps forward and back again loses nothing acknowledged in between', async () => {
      const before = await start(CONNECTIONS);
      fake.pass(HOUR);
      const between = await startAll();
      fake.pass(-HOUR);
      await watch();
      for (const [connections, one] of between.entries()) {
        for (let count = connections; count < CONNECTIONS; count++) expect(await one.phone.step()).toBe('done');
      }
      for (const one of [before, ...between]) expect([await stateOf(one), await devicesOf(one)]).toEqual(['active', 1]);
    });
  });
}
