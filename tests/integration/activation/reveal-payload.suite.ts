import { beforeEach, describe, expect, it } from 'vitest';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { wrapActivationStore } from '@/lib/activation/activation-store';
import { parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const NOT_SHOWN = { ok: false, refusal: 'not-shown' };
const NOT_FOUND = { ok: false, refusal: 'not-found' };

/** Showing what its image says. @param current gives the ports, as new before each test */
export function revealPayloadSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let id: ActivationId;

  beforeEach(async () => {
    fake = current();
    const result = await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    ({ id } = result.value);
  });

  const reveal = (user = JANE, activationId = id) =>
    revealPayload(fake.ports, signedInAs(user), activationId, 'svg', ORIGIN);

  async function phone(): Promise<FakePhone> {
    const payload = await reveal();
    if (!payload.ok) throw new Error(payload.refusal);
    return new FakePhone(fake.embedded, payload.value.payload);
  }

  async function views(): Promise<number> {
    const records = await fake.ports.audit.listFor(JANE, 1_000);
    return records.filter(({ event }) => event.type === 'image-viewed' && event.activationId === id).length;
  }

  describe('what the image says', () => {
    it('the image is shown to its owner as often as they look, and each view is recorded', async () => {
      const first = await reveal();
      expect(first.ok && parseActivationPayload(first.value.payload).ok).toBe(true);
      expect(await reveal()).toEqual(first);
      expect(await views()).toBe(2);
    });

    it('the first of several concurrent views sets when the image was first shown', async () => {
      const looks = await Promise.all([reveal(), reveal(), reveal()]);
      for (const look of looks) expect(look).toEqual(looks[0]);
      expect(await views()).toBe(3);
      const first = await fake.ports.store.find(id, 'example.org');
      expect(first).toMatchObject({ state: 'issued', version: 3, reached: { shown: fake.ports.clock.now() } });
      fake.pass(MINUTE);
      await reveal();
      expect(await fake.ports.store.find(id, 'example.org')).toEqual(first);
    });

    it('the image is not shown when the activation ends between the view and its record', async () => {
      const { store } = fake.ports;
      const overtaken = wrapActivationStore(store, {
        async save(move, events) {
          await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN);
          return store.save(move, events);
        },
      });
      expect(await revealPayload({ ...fake.ports, store: overtaken }, signedInAs(JANE), id, 'svg', ORIGIN)).toEqual(
        NOT_SHOWN,
      );
      expect(await views()).toBe(0);
    });

    it('the payload is neither stored in plain text nor recorded', async () => {
      const payload = await reveal();
      const parsed = payload.ok && parseActivationPayload(payload.value.payload);
      if (!parsed || !parsed.ok) throw new Error('not shown');
      const kept = JSON.stringify([
        await fake.ports.store.find(id, 'example.org'),
        await fake.ports.audit.listFor(JANE, 1_000),
      ]);
      expect(kept).not.toContain(parsed.value.activationPassword);
    });

    it.each([
      ['another user', { ...JANE, userId: 'john' }],
      ['a namesake in another domain', { ...JANE, domain: 'elsewhere' }],
    ])('the image does not exist for %s', async (_name, user) => {
      expect(await reveal(user)).toEqual(NOT_FOUND);
      expect(await views()).toBe(0);
    });

    it('the image of an unknown activation does not exist', async () => {
      expect(await reveal(JANE, `act-${'0'.repeat(32)}` as ActivationId)).toEqual(NOT_FOUND);
    });

    it.each([1, 2, 3, 4] as const)(
      'the image is not shown any more once the phone has made connection %i',
      async (step) => {
        const scanning = await phone();
        for (let made = 0; made < step; made++) expect(await scanning.step()).toBe('done');
        expect(await reveal()).toEqual(NOT_SHOWN);
        expect(await views()).toBe(1);
      },
    );

    it('the image is not shown when it has expired, before any round', async () => {
      fake.pass(5 * MINUTE);
      expect(await reveal()).toEqual(NOT_SHOWN);
    });

    it('the image is not shown once the activation is cancelled', async () => {
      await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN);
      expect(await reveal()).toEqual(NOT_SHOWN);
    });

    it('the image is not shown before the gateway has registered it', async () => {
      await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN);
      fake.gateway.isReachable = false;
      const next = await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN);
      expect(next.ok && (await reveal(JANE, next.value.id))).toEqual(NOT_SHOWN);
    });

    it('the payload cannot be decrypted under the ID of another activation', async () => {
      const activation = await fake.ports.store.find(id, 'example.org');
      if (activation?.state !== 'issued') throw new Error('not issued');
      await expect(fake.ports.encrypter.decrypt(activation.encryptedPayload, `act-${'0'.repeat(32)}`)).rejects.toThrow(
        'belongs elsewhere',
      );
    });
  });
}
