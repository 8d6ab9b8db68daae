import { beforeEach, describe, expect, it } from 'vitest';
import { perObject } from '@/lib/accounts/sign-in/limits';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { startActivation } from '@/lib/activation/start/start-activation';
import { wrapActivationStore } from '@/lib/activation/activation-store';
import { valueOf } from '../../support/phones/activate-device';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';
import { offlineStory } from './offline-story';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const JOHN = { userId: 'john.roe', domain: 'example.org' };
const NOT_FOUND = { ok: false, refusal: 'not-found' };
const NOT_SHOWN = { ok: false, refusal: 'not-shown' };
const OVER = { ok: false, refusal: 'over' };
const WRONG_DEVICE_CODE = '1'.repeat(26);
const WRONG_SIGNATURE = '1'.repeat(16);

/** What is typed for phones without a network, and by whom. @param current gives the ports, as new before each test */
export function offlineCodesSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
  });

  const { find, reveal, look, enterCode, sign, scan, link, recorded, listInstances } = offlineStory(current);

  describe('an offline activation', () => {
    it('another user’s offline activation is not found, whatever code is entered', async () => {
      const { id, phone, signature } = await link();
      expect(await enterCode(id, phone.deviceCode, JOHN)).toEqual(NOT_FOUND);
      expect(await sign(id, signature, JOHN)).toEqual(NOT_FOUND);
      expect(await find(id)).toMatchObject({ state: 'verified' });
    });

    it('an online activation accepts no codes', async () => {
      const online = valueOf(await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN));
      expect(await enterCode(online.id, WRONG_DEVICE_CODE)).toEqual(NOT_FOUND);
      expect(await sign(online.id, WRONG_SIGNATURE)).toEqual(NOT_FOUND);
      expect(await recorded(online.id)).not.toContain('activation-code-refused');
    });

    it('the right codes are accepted after wrong ones, each of which is recorded', async () => {
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

    it('an offline activation fails after too many wrong codes', async () => {
      const { id, phone } = await scan();
      const wrong = { ok: false, refusal: 'wrong-device-code' };
      expect(await enterCode(id, WRONG_DEVICE_CODE)).toEqual(wrong);
      expect(await enterCode(id, WRONG_DEVICE_CODE)).toEqual(wrong);
      expect(await enterCode(id, WRONG_DEVICE_CODE)).toEqual(OVER);
      expect(await find(id)).toMatchObject({ state: 'failed', reason: 'too-many-wrong-codes' });
      expect(await reveal(id)).toEqual(NOT_SHOWN);
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('failed');
    });

    it('codes are limited, including malformed ones that the gateway does not count', async () => {
      const { id } = await scan();
      const wrong = { ok: false, refusal: 'wrong-device-code' };
      for (let count = 0; count < perObject('activation-code', id).attempts; count++)
        expect(await enterCode(id, '1')).toEqual(wrong);
      expect(await enterCode(id, '1')).toEqual({ ok: false, refusal: 'too-many-attempts' });
      expect(await find(id)).toMatchObject({ state: 'issued' });
    });

    it.each(['device code', 'signature'])(
      'an offline activation that is answered in two tabs at once takes the %s once',
      async (code) => {
        const { id, phone, signature } = code === 'signature' ? await link() : { ...(await scan()), signature: '' };
        const enter = () => (code === 'signature' ? sign(id, signature) : enterCode(id, phone.deviceCode));
        const [first, second] = await Promise.all([enter(), enter()]);
        expect(valueOf(first)).toEqual(valueOf(second));
        expect(await find(id)).toEqual(valueOf(first));
        const accepted = code === 'signature' ? 'activation-active' : 'device-code-accepted';
        expect((await recorded(id)).filter((type) => type === accepted)).toHaveLength(1);
      },
    );

    it('a code that is entered again returns the current state', async () => {
      const { id, phone, signature } = await link();
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('verified');
      expect(valueOf(await sign(id, signature)).state).toBe('active');
      expect(valueOf(await sign(id, signature)).state).toBe('active');
      expect(valueOf(await enterCode(id, phone.deviceCode)).state).toBe('active');
      expect(await listInstances()).toHaveLength(1);
    });

    it('a signature is ignored before the device code', async () => {
      const { id } = await scan();
      expect(valueOf(await sign(id, WRONG_SIGNATURE)).state).toBe('issued');
      expect(await recorded(id)).not.toContain('activation-code-refused');
    });

    it.each(['first', 'second'])(
      'an offline activation can be cancelled at the %s image, and accepts no code any more',
      async (image) => {
        const { id, phone, signature } = image === 'second' ? await link() : { ...(await scan()), signature: '' };
        valueOf(await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN));
        expect(await reveal(id)).toEqual(NOT_SHOWN);
        for (const entered of [await enterCode(id, phone.deviceCode), await sign(id, signature)])
          expect(valueOf(entered).state).toBe('cancelled');
        expect(await listInstances()).toEqual([]);
      },
    );

    it('an offline activation that is cancelled while a device code is on its way stays cancelled', async () => {
      const { id, phone } = await scan();
      const { store } = fake.ports;
      const overtaken = wrapActivationStore(store, {
        async save(move, events) {
          await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN);
          return store.save(move, events);
        },
      });
      const entered = await enterDeviceCode(
        { ...fake.ports, store: overtaken },
        signedInAs(JANE),
        id,
        phone.deviceCode,
        ORIGIN,
      );
      expect(valueOf(entered).state).toBe('cancelled');
      expect(await find(id)).toMatchObject({ state: 'cancelled' });
    });
  });
}
