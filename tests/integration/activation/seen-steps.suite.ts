import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applySeenStep, type SeenStep } from '@/lib/activation/following/apply-seen-step';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { GatewayError } from '@/lib/activation/gateway-error';
import { startActivation } from '@/lib/activation/start/start-activation';
import { STEPS, type Step } from '@/lib/activation/activation';
import { MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const DEVICE = 'VDS1000042-1';

/** Steps that somebody between phone and gateway has seen. @param current gives the ports, as new before each test */
export function seenStepsSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  /** What the gateway says of the device when it is asked. */
  let named: string | null;

  beforeEach(() => {
    fake = current();
    named = DEVICE;
    vi.spyOn(fake.gateway, 'observe').mockImplementation(async () => {
      if (!fake.gateway.isReachable) throw new GatewayError('unreachable', 'not-sent');
      const state = named ? 'linked' : 'issued';
      return { state, reached: {}, expiresAt: null, instanceId: named, mosaic: null, reason: null };
    });
  });

  afterEach(() => vi.restoreAllMocks());

  async function start(user = JANE) {
    const started = await startActivation(fake.ports, user, { deviceName: '', startKey: null }, ORIGIN);
    if (!started.ok || started.value.state !== 'issued') throw new Error('it was not issued');
    const { id, registrationIdentifier, expiresAt } = started.value;
    const see = (step: Step, more: Partial<SeenStep> = {}) =>
      applySeenStep(fake.ports, { registrationIdentifier, step, instanceId: null, ...more });
    return { id, expiresAt, see, now: () => fake.ports.store.find(id, 'example.org') };
  }

  describe('a step that was seen', () => {
    it('each reported step is applied in turn, and the last ends the activation', async () => {
      const announced: string[] = [];
      fake.ports.onActive = async (active) => void announced.push(active.id);
      const { id, see, now } = await start();
      for (const step of STEPS) {
        await see(step, { instanceId: step === 'active' ? DEVICE : null });
        expect(await now()).toMatchObject({ state: step });
      }
      expect(await now()).toMatchObject({ instanceId: DEVICE });
      expect(announced).toEqual([id]);
    });

    it('a reported step extends the phone’s time for the rest', async () => {
      const { see, now, expiresAt } = await start();
      fake.pass(expiresAt.getTime() - fake.ports.clock.now().getTime() - 1);
      await see('scanned');
      expect(await now()).toMatchObject({ expiresAt: new Date(fake.ports.clock.now().getTime() + 5 * MINUTE) });
    });

    it('a reported step implies those before it', async () => {
      const { see, now } = await start();
      await see('active', { instanceId: DEVICE });
      const at = fake.ports.clock.now();
      expect(await now()).toMatchObject({ reached: { scanned: at, verified: at, linked: at, active: at } });
    });

    it('a step that lies behind changes nothing, nor does one that is seen again', async () => {
      const { see, now } = await start();
      await see('linked');
      const before = await now();
      for (const step of ['scanned', 'verified', 'linked'] as const) await see(step);
      expect(await now()).toEqual(before);
    });

    it('a step that several processes report is applied once', async () => {
      const { see, now } = await start();
      await Promise.all([see('scanned'), see('verified'), see('scanned'), see('verified')]);
      expect(await now()).toMatchObject({ state: 'verified', version: 4 });
    });

    it('a step that makes a device without a name waits for the gateway to name it', async () => {
      const { see, now } = await start();
      named = null;
      await see('linked');
      expect(await now()).toMatchObject({ state: 'verified' });
      named = DEVICE;
      await see('active');
      expect(await now()).toMatchObject({ state: 'active', instanceId: DEVICE });
    });

    it('the last step names the device that was known when the gateway is away', async () => {
      const { see, now } = await start();
      await see('linked');
      fake.gateway.isReachable = false;
      await see('active');
      expect(await now()).toMatchObject({ state: 'active', instanceId: DEVICE });
    });

    it('a step fails when the gateway has to name the device and is unreachable', async () => {
      const { see, now } = await start();
      fake.gateway.isReachable = false;
      await expect(see('linked')).rejects.toThrow(GatewayError);
      expect(await now()).toMatchObject({ state: 'issued' });
    });

    it('a reported step changes no other activation, and none that has ended', async () => {
      const { see, now } = await start();
      const other = await start({ ...JANE, userId: 'max.poe' });
      await see('active', { registrationIdentifier: 'unknown1', instanceId: DEVICE });
      await see('active', { instanceId: DEVICE });
      expect(await other.now()).toMatchObject({ state: 'issued', version: 2 });
      await cancelActivation(fake.ports, signedInAs({ ...JANE, userId: 'max.poe' }), other.id, ORIGIN);
      await other.see('active', { instanceId: DEVICE });
      expect(await other.now()).toMatchObject({ state: 'cancelled' });
      expect(await now()).toMatchObject({ state: 'active' });
    });
  });
}
