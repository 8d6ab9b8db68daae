import { beforeEach, describe, expect, it } from 'vitest';
import type { Activation } from '@/lib/activation/activation';
import type { GatewayRegistration } from '@/lib/activation/activation-gateway';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation, type StartRefusal } from '@/lib/activation/start/start-activation';
import { startsLeft } from '@/lib/activation/start/register-activation';
import type { AuditEventType } from '@/lib/audit/audit-event';
import { parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../support/doubles/principal';
import { GATEWAY_ID } from '../../support/servers/test-gateway';

let people = 0;

/** Starting an activation. @param current gives the ports, as new before each test */
export function startActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let jane: { userId: string; domain: string };

  beforeEach(() => {
    fake = current();
    jane = { userId: `jane.${(people += 1)}`, domain: 'example.org' };
  });

  const start = (startKey: string | null = null, deviceName = '', user = jane) =>
    startActivation(fake.ports, user, { deviceName, startKey }, ORIGIN);

  async function started(startKey: string | null = null): Promise<Activation> {
    const result = await start(startKey);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  async function cancelled(): Promise<Activation> {
    const result = await cancelActivation(fake.ports, signedInAs(jane), (await started()).id, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  async function recorded(user = jane): Promise<AuditEventType[]> {
    return (await fake.ports.audit.listFor(user, 50)).map(({ event }) => event.type).toReversed();
  }

  describe('starting an activation', () => {
    it('a start shows an image of what the gateway registered', async () => {
      const activation = await started();
      if (activation.state !== 'issued') throw new Error(activation.state);
      const payload = await revealPayload(fake.ports, signedInAs(jane), activation.id, 'svg', ORIGIN);
      expect(payload.ok && parseActivationPayload(payload.value.payload)).toEqual({
        ok: true,
        value: {
          ...jane,
          registrationIdentifier: activation.registrationIdentifier,
          activationPassword: expect.stringMatching(/^\S{8,}$/),
          gatewayId: GATEWAY_ID,
        },
      });
      expect(activation.expiresAt.getTime() - fake.ports.clock.now().getTime()).toBe(5 * MINUTE);
      expect(await recorded()).toEqual(['activation-requested', 'activation-issued', 'image-viewed']);
    });

    it('a start in a second tab returns the pending activation', async () => {
      const first = await started('first press');
      expect(await started('second press')).toEqual(first);
      expect(fake.gateway.registered).toBe(1);
    });

    it.each([
      ['with the same key', () => 'one press'],
      ['with keys of their own', (index: number) => `press ${index}`],
      ['without keys', () => null],
    ])('concurrent starts, %s, make one registration', async (_name, keyOf) => {
      const all = await Promise.all(Array.from({ length: 6 }, (_, index) => started(keyOf(index))));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(fake.gateway.registered).toBe(1);
      expect(await recorded()).toEqual(['activation-requested', 'activation-issued']);
    });

    it('a start that is repeated with its key returns the first activation, whatever became of it', async () => {
      const { id } = await started('one press');
      await cancelActivation(fake.ports, signedInAs(jane), id, ORIGIN);
      expect(await started('one press')).toMatchObject({ id, state: 'cancelled' });
      expect((await started('another press')).id).not.toBe(id);
    });

    it('a start key does not reach another user’s activation', async () => {
      const { id } = await started('one press');
      const johns = await start('one press', '', { ...jane, userId: `${jane.userId}.john` });
      expect(johns.ok && johns.value.id).not.toBe(id);
    });

    it('a start while an overdue activation is pending ends that one and creates another', async () => {
      const old = await started();
      fake.pass(5 * MINUTE);
      const next = await started();
      expect(next).toMatchObject({ state: 'issued' });
      expect(next.id).not.toBe(old.id);
      expect(await fake.ports.store.find(old.id, old.domain)).toMatchObject({ state: 'expired' });
    });

    it('the gateway is polled with the names and baseline of its registration', async () => {
      const answered = { userId: jane.userId, domain: 'EXAMPLE', baseline: '["VDS1000042-1"]' };
      fake.gateway.change = (registration) => ({ ...registration, ...answered });
      const activation = await started();
      await cancelActivation(fake.ports, signedInAs(jane), activation.id, ORIGIN);
      expect(fake.gateway.observed).toEqual([expect.objectContaining(answered)]);
    });
  });

  describe('a start is refused', () => {
    it('a sixth start within a day is refused until the first is a day old, and the refusal says when', async () => {
      const firstAt = fake.ports.clock.now().getTime();
      expect(await startsLeft(fake.ports, jane)).toEqual({ left: 5, nextAt: null });
      for (let count = 0; count < 5; count++) {
        await cancelled();
        fake.pass(HOUR);
      }
      expect(await start()).toEqual({ ok: false, refusal: 'too-many-starts' });
      expect(await startsLeft(fake.ports, jane)).toEqual({ left: 0, nextAt: new Date(firstAt + DAY) });
      expect(fake.gateway.registered).toBe(5);
      expect((await recorded()).at(-1)).toBe('activation-refused');
      fake.pass(DAY - 5 * HOUR - 1);
      expect(await start()).toEqual({ ok: false, refusal: 'too-many-starts' });
      fake.pass(1);
      expect((await start()).ok).toBe(true);
    });

    it('the starts of a day are counted for each person by themselves', async () => {
      for (let count = 0; count < 5; count++) await cancelled();
      expect((await start(null, '', { ...jane, domain: 'elsewhere' })).ok).toBe(true);
    });

    it.each(['activation-limit-reached', 'no-licence', 'refused-by-gateway'] as const)(
      'a start that the gateway refuses (%s) does not count as one',
      async (refusal) => {
        fake.gateway.refusal = refusal;
        for (let count = 0; count < 6; count++) expect(await start()).toEqual({ ok: false, refusal });
        fake.gateway.refusal = null;
        expect((await start()).ok).toBe(true);
        expect((await recorded()).slice(0, 3)).toEqual([
          'activation-requested',
          'activation-failed',
          'activation-refused',
        ]);
      },
    );

    it.each([
      ['a user ID with a semicolon', { userId: 'jane;doe', domain: 'example.org' }, 'value-not-representable'],
      ['a domain with a semicolon', { userId: 'jane', domain: 'example;org' }, 'value-not-representable'],
      ['a control character', { userId: 'jane\u0007', domain: 'example.org' }, 'value-not-representable'],
      ['512 bytes', { userId: 'é'.repeat(250), domain: 'example.org' }, 'payload-too-long'],
    ])('a start is refused before anything is registered when %s would be in the way', async (_name, user, refusal) => {
      expect(await start(null, '', user)).toEqual({ ok: false, refusal });
      expect(fake.gateway.registered).toBe(0);
      expect(await fake.ports.store.findPending(user)).toBeNull();
      expect((await recorded(user)).at(-1)).toBe('activation-refused');
    });

    it('a start is refused before anything is registered when the device name is none', async () => {
      expect(await start(null, 'two\nlines')).toEqual({ ok: false, refusal: 'device-name-invalid' });
      expect(fake.gateway.registered).toBe(0);
    });

    it.each<[string, Partial<GatewayRegistration>, StartRefusal]>([
      ['longer than expected', { registrationIdentifier: 'r'.repeat(500) }, 'payload-too-long'],
      ['with a semicolon', { activationPassword: 'pass;word' }, 'value-not-representable'],
    ])(
      'a start is refused when the gateway gives credentials %s, which are useless from then on',
      async (_name, odd, refusal) => {
        const real: string[] = [];
        fake.gateway.change = (registration) => {
          real.push(registration.registrationIdentifier);
          return { ...registration, ...odd };
        };
        expect(await start()).toEqual({ ok: false, refusal });
        expect(fake.gateway.cancelled).toEqual([odd.registrationIdentifier ?? real[0]]);
        expect(await fake.ports.store.findPending(jane)).toBeNull();
      },
    );

    it('a payload of exactly 512 bytes is accepted', async () => {
      // 01;01; and ;example.org; and two credentials of 8 with their semicolon, and ; and 16 digits
      const userId = 'j'.repeat(512 - 6 - 13 - 17 - 17);
      expect((await start(null, '', { userId, domain: 'example.org' })).ok).toBe(true);
      expect(await start(null, '', { userId: `${userId}j`, domain: 'example.org' })).toEqual({
        ok: false,
        refusal: 'payload-too-long',
      });
    });
  });
}
