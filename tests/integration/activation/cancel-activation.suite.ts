import { beforeEach, describe, expect, it } from 'vitest';
import type { Activation } from '@/lib/activation/activation';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { registerActivation } from '@/lib/activation/start/register-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { TappedActivationStore } from '../../support/doubles/fake-tapped-store';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** Cancelling one. @param current gives the ports, as new before each test */
export function cancelActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
  });

  async function start(): Promise<Activation> {
    const result = await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  const cancel = (id: Activation['id'], user = JANE, store: ActivationStore = fake.ports.store) =>
    cancelActivation({ ...fake.ports, store }, signedInAs(user), id, ORIGIN);

  describe('cancelling', () => {
    it('a cancellation ends the activation and its registration at the gateway', async () => {
      const issued = await start();
      if (issued.state !== 'issued') throw new Error(issued.state);
      expect(await cancel(issued.id)).toMatchObject({ ok: true, value: { state: 'cancelled', version: 3 } });
      expect(await fake.embedded.observe(issued.registrationIdentifier)).toMatchObject({ state: 'cancelled' });
      const [record] = await fake.ports.audit.listFor(JANE, 1);
      expect(record?.event).toMatchObject({
        type: 'activation-cancelled',
        activationId: issued.id,
        actor: { kind: 'user', userId: JANE.userId },
        ...ORIGIN,
      });
    });

    it.each([
      ['another user', { ...JANE, userId: 'john' }],
      ['a namesake in another domain', { ...JANE, domain: 'elsewhere' }],
    ])('a cancellation by %s finds nothing, and changes nothing', async (_name, user) => {
      const issued = await start();
      expect(await cancel(issued.id, user)).toEqual({ ok: false, refusal: 'not-found' });
      expect(await fake.ports.store.find(issued.id, issued.domain)).toEqual(issued);
    });

    it('a repeated or concurrent cancellation is one move', async () => {
      const { id } = await start();
      const all = await Promise.all([cancel(id), cancel(id), cancel(id)]);
      expect(await cancel(id)).toEqual(all[0]);
      for (const one of all) expect(one).toMatchObject({ value: { state: 'cancelled', version: 3 } });
    });

    it('a cancellation during the registration at the gateway leaves nothing to scan', async () => {
      // The other process saves `issued` between this one's reading of `requested` and its saving of `cancelled`.
      fake.gateway.isReachable = false;
      const requested = await start();
      if (requested.state !== 'requested') throw new Error(requested.state);
      fake.gateway.isReachable = true;
      const tap = new TappedActivationStore(fake.ports.store);
      tap.beforeSave = async () => {
        tap.beforeSave = () => Promise.resolve();
        await registerActivation(fake.ports, requested, ORIGIN);
      };

      expect(await cancel(requested.id, JANE, tap.store)).toMatchObject({ value: { state: 'cancelled' } });
      expect(fake.gateway.registered).toBe(1);
      const [registrationIdentifier = 'none'] = fake.gateway.cancelled;
      expect(await fake.embedded.observe(registrationIdentifier)).toMatchObject({ state: 'cancelled' });
    });
  });
}
