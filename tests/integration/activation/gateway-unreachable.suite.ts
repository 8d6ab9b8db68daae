import { beforeEach, describe, expect, it } from 'vitest';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { LEASE_MS } from '@/lib/activation/start/register-activation';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { wrapActivationStore } from '@/lib/activation/activation-store';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { poll } from '@/lib/kit/poll';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** Going on when the gateway answers again. @param current gives the ports, as new before each test */
export function gatewayUnreachableSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;

  beforeEach(() => {
    fake = current();
  });

  async function start() {
    const result = await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN);
    if (!result.ok) throw new Error(result.refusal);
    return result.value;
  }

  async function watch(): Promise<unknown[]> {
    const faults: unknown[] = [];
    await watchActivations(fake.ports, (error) => void faults.push(error), new AbortController().signal);
    return faults;
  }

  const find = async (id: Awaited<ReturnType<typeof start>>['id']) => fake.ports.store.find(id);

  describe('an unreachable gateway', () => {
    beforeEach(() => {
      fake.gateway.isReachable = false;
    });

    it('a start is kept as requested, and starting again gives the same', async () => {
      const requested = await start();
      expect(requested.state).toBe('requested');
      expect(await start()).toEqual(requested);
    });

    it('is asked again after two seconds and a little more by chance, and issues what waits when it answers', async () => {
      const { id } = await start();
      fake.gateway.isReachable = true;
      fake.pass(2 * SECOND - 1);
      expect(await watch()).toEqual([]);
      expect(await find(id)).toMatchObject({ state: 'requested' });
      fake.pass(SECOND);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'issued', version: 2 });
      expect(fake.gateway.registered).toBe(1);
    });

    it('a request is kept for a day, and expires then', async () => {
      const { id } = await start();
      fake.pass(DAY - 1);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'requested' });
      fake.pass(1);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'expired' });
    });

    it('a request can be cancelled, and is not registered afterwards', async () => {
      const { id } = await start();
      await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN);
      fake.gateway.isReachable = true;
      fake.pass(MINUTE);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'cancelled' });
      expect(fake.gateway.registered).toBe(0);
    });

    it('an issued one waits, and expires in its time all the same', async () => {
      fake.gateway.isReachable = true;
      const { id } = await start();
      fake.gateway.isReachable = false;
      fake.pass(4 * MINUTE);
      expect(await watch()).toEqual([]);
      expect(await find(id)).toMatchObject({ state: 'issued' });
      fake.pass(MINUTE);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'expired' });
    });

    it('an issued one can be cancelled', async () => {
      fake.gateway.isReachable = true;
      const { id } = await start();
      fake.gateway.isReachable = false;
      expect(await cancelActivation(fake.ports, signedInAs(JANE), id, ORIGIN)).toMatchObject({
        value: { state: 'cancelled' },
      });
    });
  });

  describe('registering', () => {
    it('is left to the one process that has claimed it', async () => {
      fake.gateway.isReachable = false;
      await start();
      fake.gateway.isReachable = true;
      fake.pass(3 * SECOND);
      await Promise.all([watch(), watch(), watch()]);
      expect(fake.gateway.registered).toBe(1);
    });

    it('is taken over from a process that died in the middle, whose registration is useless from then on', async () => {
      let lost = '';
      fake.gateway.change = ({ registrationIdentifier }) => {
        lost = registrationIdentifier;
        throw new RangeError('the process dies');
      };
      await expect(start()).rejects.toThrow('dies');
      fake.gateway.change = (registration) => registration;
      const pending = await start();
      expect(pending.state).toBe('requested');
      fake.pass(LEASE_MS - 1);
      await watch();
      expect(await find(pending.id)).toMatchObject({ state: 'requested' });
      fake.pass(1);
      await watch();
      const issued = await find(pending.id);
      if (issued?.state !== 'issued') throw new Error(issued?.state);
      expect(await fake.embedded.observe(issued.registrationIdentifier)).toMatchObject({ state: 'registered' });
      expect(await fake.embedded.observe(lost)).toMatchObject({ state: 'superseded' });
    });

    it('registering an activation that is cancelled meanwhile leaves nothing to scan at the gateway', async () => {
      fake.gateway.afterRegister = async () => {
        const pending = await fake.ports.store.findPending(JANE);
        if (pending) await cancelActivation(fake.ports, signedInAs(JANE), pending.id, ORIGIN);
      };
      const activation = await start();
      expect(activation.state).toBe('cancelled');
      const [registrationIdentifier = ''] = fake.gateway.cancelled;
      expect(await fake.embedded.observe(registrationIdentifier)).toMatchObject({ state: 'cancelled' });
    });
  });

  describe('a database that fails for a moment', () => {
    it('a database that fails during a start gives the claim back, so that the image does not wait for its end', async () => {
      const { store } = fake.ports;
      const failures = [new Error('the connection was lost'), new Error('and again')];
      const fail = () => failures.shift();
      fake.ports.store = wrapActivationStore(store, {
        async save(activation, events, leasedUntil) {
          const failure = fail();
          if (failure) throw failure;
          return store.save(activation, events, leasedUntil);
        },
        async extendLease(id, until) {
          const failure = fail();
          if (failure) throw failure;
          await store.extendLease(id, until);
        },
      });
      try {
        await expect(start()).rejects.toThrow('connection was lost');
        expect(failures).toEqual([]);
        const { id } = await start();
        await poll('the claim to be given back and the activation to be issued', async () => {
          fake.pass(SECOND / 20);
          await watch();
          return (await find(id))?.state === 'issued';
        });
        expect(fake.ports.clock.now().getTime() - ((await find(id))?.requestedAt.getTime() ?? 0)).toBeLessThan(
          LEASE_MS / 2,
        );
      } finally {
        fake.ports.store = store;
      }
    });

    it('a database that fails when the phone makes a step is told of it again, without anybody looking', async () => {
      const { id } = await start();
      const payload = await revealPayload(fake.ports, signedInAs(JANE), id, 'svg', ORIGIN);
      if (!payload.ok) throw new Error(payload.refusal);
      const phone = new FakePhone(fake.embedded, payload.value.payload);
      fake.gateway.isReachable = false;
      expect(await phone.step()).toBe('done');
      expect(await find(id)).toMatchObject({ state: 'issued' });
      fake.gateway.isReachable = true;
      await poll('the step to be known', async () => (await find(id))?.state === 'scanned');
      expect(fake.faults).toHaveLength(1);
    });
  });

  describe('a round of looking after', () => {
    it('goes on with the others when one cannot be looked after, and tells why', async () => {
      fake.gateway.isReachable = false;
      const { id } = await start();
      const other = { ...JANE, userId: 'john' };
      await startActivation(fake.ports, other, { deviceName: '', startKey: null }, ORIGIN);
      fake.gateway.isReachable = true;
      const fault = new RangeError('one of them is cursed');
      fake.gateway.change = (registration) => {
        if (registration.userId === JANE.userId) throw fault;
        return registration;
      };
      fake.pass(3 * SECOND);
      expect(await watch()).toEqual([fault]);
      expect(await find(id)).toMatchObject({ state: 'requested' });
      expect(await fake.ports.store.findPending(other)).toMatchObject({ state: 'issued' });
    });

    describe('of a phone that went on while nobody could take notice', () => {
      let phone: FakePhone;
      let id: Awaited<ReturnType<typeof start>>['id'];

      beforeEach(async () => {
        ({ id } = await start());
        const payload = await revealPayload(fake.ports, signedInAs(JANE), id, 'svg', ORIGIN);
        if (!payload.ok) throw new Error(payload.refusal);
        phone = new FakePhone(fake.embedded, payload.value.payload);
        fake.gateway.isReachable = false;
      });

      it('finds the device that works, although its own time is over', async () => {
        while ((await phone.step()) === 'done');
        fake.gateway.isReachable = true;
        fake.pass(DAY);
        await watch();
        expect(await find(id)).toMatchObject({ state: 'active' });
      });

      it('gives the phone the time that the gateway gives it', async () => {
        fake.pass(4 * MINUTE);
        await phone.step();
        fake.gateway.isReachable = true;
        fake.pass(4 * MINUTE);
        await watch();
        expect(await find(id)).toMatchObject({ state: 'scanned', expiresAt: new Date('2026-05-04T10:09:00Z') });
        fake.pass(MINUTE);
        await watch();
        expect(await find(id)).toMatchObject({ state: 'expired' });
      });
    });

    it('does nothing any more once it is called off', async () => {
      fake.gateway.isReachable = false;
      const { id } = await start();
      fake.gateway.isReachable = true;
      fake.pass(3 * SECOND);
      await watchActivations(fake.ports, () => {}, AbortSignal.abort());
      expect(await find(id)).toMatchObject({ state: 'requested' });
    });
  });
}
