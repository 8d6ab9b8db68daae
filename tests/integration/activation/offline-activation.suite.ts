import { beforeEach, describe, expect, it } from 'vitest';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { enterDeviceCode } from '@/lib/activation/enter-device-code';
import { enterSignature } from '@/lib/activation/enter-signature';
import type { ActivationId } from '@/lib/activation/activation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import { revealPayload } from '@/lib/activation/reveal-payload';
import { startActivation } from '@/lib/activation/start-activation';
import { watchActivations } from '@/lib/activation/watch-activations';
import { wrapActivationStore } from '@/lib/activation/wrap-activation-store';
import { MINUTE } from '@/lib/shared/duration';
import { valueOf } from '../../support/activate-device';
import { ORIGIN, type FakeActivation } from '../../support/fake-activation-ports';
import { FakeOfflinePhone } from '../../support/fake-offline-phone';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const JOHN = { userId: 'john.roe', domain: 'example.org' };
const NOT_FOUND = { ok: false, refusal: 'not-found' };
const NOT_SHOWN = { ok: false, refusal: 'not-shown' };
const OVER = { ok: false, refusal: 'over' };
const WRONG_DEVICE_CODE = '1'.repeat(26);
const WRONG_SIGNATURE = '1'.repeat(16);

/** Phones without a network. @param current gives the ports, as new before each test */
export function offlineActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
  });

  const input = { deviceName: 'Travel phone', activationType: 'offline', startKey: null } as const;
  const start = async (user = JANE) => valueOf(await startActivation(fake.ports, user, input, ORIGIN));
  const find = (id: ActivationId) => fake.ports.store.find(id);
  const reveal = (id: ActivationId) => revealPayload(fake.ports, JANE, id, 'svg', ORIGIN);
  const look = async (id: ActivationId) => valueOf(await reveal(id)).payload;
  const enterCode = (id: ActivationId, code: string, user = JANE) =>
    enterDeviceCode(fake.ports, user, id, code, ORIGIN);
  const sign = (id: ActivationId, signature: string, user = JANE) =>
    enterSignature(fake.ports, user, id, signature, ORIGIN);

  /** Up to the first image. */
  async function scan() {
    const { id } = await start();
    return { id, phone: await FakeOfflinePhone.scan(await look(id)) };
  }

  /** Up to the second one. */
  async function link() {
    const { id, phone } = await scan();
    valueOf(await enterCode(id, phone.deviceCode));
    return { id, phone, signature: await phone.scanSecond(await look(id)) };
  }

  async function watch(): Promise<void> {
    fake.pass(MINUTE);
    const faults: unknown[] = [];
    await watchActivations(fake.ports, (error) => void faults.push(error), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  async function recorded(id: ActivationId): Promise<string[]> {
    const records = await fake.ports.audit.listFor(JANE, 100);
    const own = records.filter(({ event }) => 'activationId' in event && event.activationId === id);
    return own.map(({ event }) => event.type).toReversed();
  }

  const listInstances = async () =>
    (await fake.directory.list(JANE)).map(({ instanceId, name }) => ({ instanceId, name }));

  describe('an offline activation', () => {
    it('leads over two images and two codes to a device that works, and is recorded', async () => {
      const started = await start();
      expect(started).toMatchObject({ state: 'issued', activationType: 'offline' });
      const { id } = started;
      const phone = await FakeOfflinePhone.scan(await look(id));
      const verified = valueOf(await enterCode(id, phone.deviceCode));
      expect(verified).toMatchObject({ state: 'verified', reached: { verified: fake.ports.clock.now() } });
      const active = valueOf(await sign(id, await phone.scanSecond(await look(id))));
      expect(active).toMatchObject({ state: 'active', reached: { active: fake.ports.clock.now() } });
      expect(await find(id)).toEqual(active);
      const { instanceId } = active as Extract<typeof active, { state: 'active' }>;
      expect(await listInstances()).toEqual([{ instanceId, name: 'Travel phone' }]);
      expect(await recorded(id)).toEqual([
        'activation-requested',
        'activation-issued',
        'image-viewed',
        'device-code-accepted',
        'image-viewed',
        'activation-active',
      ]);
    });

    it('shows each image until it is answered, and keeps nothing of them afterwards', async () => {
      const { id, phone } = await scan();
      const first = await look(id);
      expect(await look(id)).toBe(first);
      valueOf(await enterCode(id, phone.deviceCode));
      const second = await look(id);
      expect(second).not.toBe(first);
      expect(JSON.stringify(await find(id))).not.toContain(second);
      valueOf(await sign(id, await phone.scanSecond(second)));
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      expect(await find(id)).not.toHaveProperty('sealedPayload');
    });

    it('records neither messages nor codes', async () => {
      const { id, phone } = await scan();
      const [first, , second] = [await look(id), await enterCode(id, phone.deviceCode), await look(id)];
      const signature = await phone.scanSecond(second);
      await enterCode(id, phone.deviceCode);
      await sign(id, WRONG_SIGNATURE);
      await sign(id, signature);
      const records = JSON.stringify(await fake.ports.audit.listFor(JANE, 100));
      for (const secret of [first, second, phone.deviceCode, signature, WRONG_SIGNATURE])
        expect(records).not.toContain(secret);
    });

    it('of somebody else is not found, whatever code is entered', async () => {
      const { id, phone, signature } = await link();
      expect(await enterCode(id, phone.deviceCode, JOHN)).toEqual(NOT_FOUND);
      expect(await sign(id, signature, JOHN)).toEqual(NOT_FOUND);
      expect(await find(id)).toMatchObject({ state: 'verified' });
    });

    it('is the only one that takes codes', async () => {
      const online = valueOf(await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN));
      expect(await enterCode(online.id, WRONG_DEVICE_CODE)).toEqual(NOT_FOUND);
      expect(await sign(online.id, WRONG_SIGNATURE)).toEqual(NOT_FOUND);
      expect(await recorded(online.id)).not.toContain('activation-code-refused');
    });

    it('takes the right codes after wrong ones, each of which is recorded', async () => {
      const { id, phone } = await scan();
      expect(await enterCode(id, WRONG_DEVICE_CODE)).toEqual({ ok: false, refusal: 'wrong-device-code' });
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
      expect(await sign(id, WRONG_SIGNATURE)).toEqual({ ok: false, refusal: 'wrong-signature' });
      expect(valueOf(await sign(id, await phone.scanSecond(await look(id)))).state).toBe('active');
      const refused = (await fake.ports.audit.listFor(JANE, 100)).flatMap(({ event }) =>
        event.type === 'activation-code-refused' && event.activationId === id ? [[event.code, event.address]] : [],
      );
      expect(refused.toReversed()).toEqual([
        ['device-code', ORIGIN.address],
        ['signature', ORIGIN.address],
      ]);
    });

    it('fails when there were too many wrong codes', async () => {
      const { id, phone } = await scan();
      const refusals = [await enterCode(id, '1'), await enterCode(id, '2'), await enterCode(id, '3')];
      const wrong = { ok: false, refusal: 'wrong-device-code' };
      expect(refusals).toEqual([wrong, wrong, OVER]);
      expect(await find(id)).toMatchObject({ state: 'failed', reason: 'too-many-wrong-codes' });
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('failed');
    });

    it.each(['device code', 'signature'])('that is answered in two tabs at once takes the %s once', async (code) => {
      const { id, phone, signature } = code === 'signature' ? await link() : { ...(await scan()), signature: '' };
      const enter = () => (code === 'signature' ? sign(id, signature) : enterCode(id, phone.deviceCode));
      const [first, second] = await Promise.all([enter(), enter()]);
      expect(valueOf(first)).toEqual(valueOf(second));
      expect(await find(id)).toEqual(valueOf(first));
      const accepted = code === 'signature' ? 'activation-active' : 'device-code-accepted';
      expect((await recorded(id)).filter((type) => type === accepted)).toHaveLength(1);
    });

    it('answers a code that is entered again with where it is', async () => {
      const { id, phone, signature } = await link();
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
      expect(valueOf(await sign(id, signature)).state).toBe('active');
      expect(valueOf(await sign(id, signature)).state).toBe('active');
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('active');
      expect(await listInstances()).toHaveLength(1);
    });

    it('takes a signature only after a device code', async () => {
      const { id } = await scan();
      expect(valueOf(await sign(id, WRONG_SIGNATURE)).state).toBe('issued');
      expect(await recorded(id)).not.toContain('activation-code-refused');
    });

    it('is moved on by nobody but its person, however often the gateway is looked at', async () => {
      const { id, phone } = await scan();
      await watch();
      expect(await find(id)).toMatchObject({ state: 'issued' });
      valueOf(await enterCode(id, phone.deviceCode));
      const verified = await find(id);
      await watch();
      expect(await find(id)).toEqual(verified);
      valueOf(await sign(id, await phone.scanSecond(await look(id))));
    });

    it('gives the person as long for the second image as for the first', async () => {
      const { id, phone } = await scan();
      fake.pass(4 * MINUTE);
      const verified = valueOf(await enterCode(id, phone.deviceCode));
      expect(verified).toMatchObject({ expiresAt: new Date(fake.ports.clock.now().getTime() + 5 * MINUTE) });
    });

    it.each(['first', 'second'])('ends with its time at the %s image, and takes no code any more', async (image) => {
      const { id, phone, signature } = image === 'second' ? await link() : { ...(await scan()), signature: '' };
      fake.pass(5 * MINUTE);
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      const late = image === 'second' ? sign(id, signature) : enterCode(id, phone.deviceCode);
      expect(await late).toEqual(OVER);
      expect(await find(id)).toMatchObject({ state: 'expired' });
      expect(await listInstances()).toEqual([]);
    });

    it.each(['first', 'second'])('can be cancelled at the %s image, and takes no code any more', async (image) => {
      const { id, phone, signature } = image === 'second' ? await link() : { ...(await scan()), signature: '' };
      valueOf(await cancelActivation(fake.ports, JANE, id, ORIGIN));
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      for (const entered of [await enterCode(id, phone.deviceCode), await sign(id, signature)])
        expect(valueOf(entered).state).toBe('cancelled');
      expect(await listInstances()).toEqual([]);
    });

    it('that is cancelled while a device code is on its way stays cancelled', async () => {
      const { id, phone } = await scan();
      const { store } = fake.ports;
      const overtaken = wrapActivationStore(store, {
        async save(move, events) {
          await cancelActivation(fake.ports, JANE, id, ORIGIN);
          return store.save(move, events);
        },
      });
      const entered = await enterDeviceCode({ ...fake.ports, store: overtaken }, JANE, id, phone.deviceCode, ORIGIN);
      expect(valueOf(entered).state).toBe('cancelled');
      expect(await find(id)).toMatchObject({ state: 'cancelled' });
    });
  });

  describe('an offline activation and a gateway that is away', () => {
    const away = (what: () => Promise<unknown>) => {
      fake.gateway.isReachable = false;
      return expect(what()).rejects.toThrow(GatewayError);
    };

    it('waits as any other to be registered', async () => {
      fake.gateway.isReachable = false;
      const { id, state } = await start();
      expect(state).toBe('requested');
      fake.gateway.isReachable = true;
      await watch();
      expect(await find(id)).toMatchObject({ state: 'issued', activationType: 'offline' });
      await FakeOfflinePhone.scan(await look(id));
    });

    it('takes a device code when it is there again', async () => {
      const { id, phone } = await scan();
      await away(() => enterCode(id, phone.deviceCode));
      expect(await find(id)).toMatchObject({ state: 'issued' });
      fake.gateway.isReachable = true;
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
    });

    it('takes a device code again whose answer was lost', async () => {
      const { id, phone } = await scan();
      const lost = {
        ...fake.ports,
        store: wrapActivationStore(fake.ports.store, { save: () => Promise.reject(new Error('lost')) }),
      };
      await expect(enterDeviceCode(lost, JANE, id, phone.deviceCode, ORIGIN)).rejects.toThrow('lost');
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
      expect(valueOf(await sign(id, await phone.scanSecond(await look(id)))).state).toBe('active');
    });

    it('takes a signature when it is there again', async () => {
      const { id, signature } = await link();
      await away(() => sign(id, signature));
      expect(await find(id)).toMatchObject({ state: 'verified' });
      fake.gateway.isReachable = true;
      expect(valueOf(await sign(id, signature)).state).toBe('active');
    });

    it('that is still away ends an activation in its time', async () => {
      const { id } = await scan();
      fake.gateway.isReachable = false;
      fake.pass(4 * MINUTE);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'expired' });
    });
  });
}
