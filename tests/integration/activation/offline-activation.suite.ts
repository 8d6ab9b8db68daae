import { beforeEach, describe, expect, it } from 'vitest';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { GatewayError } from '@/lib/activation/gateway-error';
import { wrapActivationStore } from '@/lib/activation/activation-store';
import { MINUTE } from '@/lib/shared/time/duration';
import { valueOf } from '../../support/phones/activate-device';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import { signedInAs } from '../../support/doubles/principal';
import { offlineStory } from './offline-story';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const NOT_SHOWN = { ok: false, refusal: 'not-shown' };
const OVER = { ok: false, refusal: 'over' };
const WRONG_SIGNATURE = '1'.repeat(16);

/** Phones without a network. @param current gives the ports, as new before each test */
export function offlineActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
  });

  const { start, find, reveal, look, enterCode, sign, scan, link, watch, recorded, listInstances } =
    offlineStory(current);

  const away = (what: () => Promise<unknown>) => {
    fake.gateway.isReachable = false;
    return expect(what()).rejects.toThrow(GatewayError);
  };

  describe('an offline activation', () => {
    it('an offline activation takes two images and two codes to a working device, and is recorded', async () => {
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

    it('an image is shown until its code is entered, and is not stored afterwards', async () => {
      const { id, phone } = await scan();
      const first = await look(id);
      expect(await look(id)).toBe(first);
      valueOf(await enterCode(id, phone.deviceCode));
      const second = await look(id);
      expect(second).not.toBe(first);
      expect(JSON.stringify(await find(id))).not.toContain(second);
      valueOf(await sign(id, await phone.scanSecond(second)));
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      expect(await find(id)).not.toHaveProperty('encryptedPayload');
    });

    it('an audit record has neither messages nor codes', async () => {
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

    it('an offline activation is moved only by its owner, however often the gateway is polled', async () => {
      const { id, phone } = await scan();
      await watch();
      expect(await find(id)).toMatchObject({ state: 'issued' });
      valueOf(await enterCode(id, phone.deviceCode));
      const verified = await find(id);
      await watch();
      expect(await find(id)).toEqual(verified);
      valueOf(await sign(id, await phone.scanSecond(await look(id))));
    });

    it('the second image lasts as long as the first', async () => {
      const { id, phone } = await scan();
      fake.pass(9 * MINUTE);
      const verified = valueOf(await enterCode(id, phone.deviceCode));
      expect(verified).toMatchObject({ expiresAt: new Date(fake.ports.clock.now().getTime() + 5 * MINUTE) });
    });

    it.each(['first', 'second'])(
      'an offline activation that expires at the %s image accepts no code any more',
      async (image) => {
        const { id, phone, signature } = image === 'second' ? await link() : { ...(await scan()), signature: '' };
        fake.pass(10 * MINUTE);
        expect(await reveal(id)).toEqual(NOT_SHOWN);
        const late = image === 'second' ? sign(id, signature) : enterCode(id, phone.deviceCode);
        expect(await late).toEqual(OVER);
        expect(await find(id)).toMatchObject({ state: 'expired' });
        expect(await listInstances()).toEqual([]);
      },
    );
  });

  describe('an offline activation and a gateway that is away', () => {
    it('an offline activation waits for an unreachable gateway to register it', async () => {
      fake.gateway.isReachable = false;
      const { id, state } = await start();
      expect(state).toBe('requested');
      fake.gateway.isReachable = true;
      await watch();
      expect(await find(id)).toMatchObject({ state: 'issued', activationType: 'offline' });
      await FakeOfflinePhone.scan(await look(id));
    });

    it('a device code is accepted once the gateway is reachable again', async () => {
      const { id, phone } = await scan();
      await away(() => enterCode(id, phone.deviceCode));
      expect(await find(id)).toMatchObject({ state: 'issued' });
      fake.gateway.isReachable = true;
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
    });

    it('a device code whose answer was lost is accepted again', async () => {
      const { id, phone } = await scan();
      const lost = {
        ...fake.ports,
        store: wrapActivationStore(fake.ports.store, { save: () => Promise.reject(new Error('lost')) }),
      };
      await expect(enterDeviceCode(lost, signedInAs(JANE), id, phone.deviceCode, ORIGIN)).rejects.toThrow('lost');
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
      expect(valueOf(await sign(id, await phone.scanSecond(await look(id)))).state).toBe('active');
    });

    it('a signature is accepted once the gateway is reachable again', async () => {
      const { id, signature } = await link();
      await away(() => sign(id, signature));
      expect(await find(id)).toMatchObject({ state: 'verified' });
      fake.gateway.isReachable = true;
      expect(valueOf(await sign(id, signature)).state).toBe('active');
    });

    it('an activation ends in its time though its gateway is still away', async () => {
      const { id } = await scan();
      fake.gateway.isReachable = false;
      fake.pass(9 * MINUTE);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'expired' });
    });
  });
}
