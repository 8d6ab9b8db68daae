import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { LEASE_MS } from '@/lib/activation/following/lease';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { ActivationState } from '@/lib/activation/activation';
import { type ActivationStore, wrapActivationStore } from '@/lib/activation/activation-store';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { DAY, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { NO_FREEZES } from '../../support/doubles/no-freezes';
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

  /** Of somebody who looks at the image. */
  async function phoneThatSees(id: ActivationId): Promise<FakePhone> {
    const payload = await revealPayload(fake.ports, signedInAs(JANE), id, 'svg', ORIGIN);
    if (!payload.ok) throw new Error(payload.refusal);
    return new FakePhone(fake.embedded, payload.value.payload);
  }

  /** Long before the lease of a call that failed would have ended. */
  async function expectSoon(id: ActivationId, state: ActivationState): Promise<void> {
    fake.pass(LEASE_MS / 2);
    await watch();
    expect(await find(id)).toMatchObject({ state });
  }

  const find = async (id: Awaited<ReturnType<typeof start>>['id']) => fake.ports.store.find(id, 'example.org');

  describe('an unreachable gateway', () => {
    beforeEach(() => {
      fake.gateway.isReachable = false;
    });

    it('a start is kept as requested, and starting again gives the same', async () => {
      const requested = await start();
      expect(requested.state).toBe('requested');
      expect(await start()).toEqual(requested);
    });

    it('the gateway is retried after two seconds and a random bit more, and then issues what is pending', async () => {
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
    it('a registration is left to the one process that has leased it', async () => {
      fake.gateway.isReachable = false;
      await start();
      fake.gateway.isReachable = true;
      fake.pass(3 * SECOND);
      await Promise.all([watch(), watch(), watch()]);
      expect(fake.gateway.registered).toBe(1);
    });

    it('a registration is taken over from a process that died, and the first one becomes void', async () => {
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

    it('an activation cancelled during its registration leaves nothing to scan at the gateway', async () => {
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
    let store: ActivationStore;

    beforeEach(() => {
      ({ store } = fake.ports);
    });

    afterEach(() => {
      fake.ports.store = store;
      fake.ports.freezes = NO_FREEZES;
      fake.listener = null;
    });

    it('a start that cannot be saved releases its lease, so that the image does not wait for its end', async () => {
      const failures = [new Error('the connection was lost'), new Error('and again')];
      const fail = () => failures.shift();
      fake.ports.store = wrapActivationStore(store, {
        async save(activation, events, leasedUntil) {
          const failure = fail();
          if (failure) throw failure;
          return store.save(activation, events, leasedUntil);
        },
        async moveLeaseEnd(...move) {
          const failure = fail();
          if (failure) throw failure;
          await store.moveLeaseEnd(...move);
        },
      });
      await expect(start()).rejects.toThrow('connection was lost');
      expect(failures).toEqual([]);
      const { id, requestedAt } = await start();
      await poll('the lease to be released and the activation to be issued', async () => {
        fake.pass(SECOND / 20);
        await watch();
        return (await find(id))?.state === 'issued';
      });
      expect(fake.ports.clock.now().getTime() - requestedAt.getTime()).toBeLessThan(LEASE_MS / 2);
    });

    it('a start that was saved without its process being told releases its lease', async () => {
      fake.ports.store = wrapActivationStore(store, {
        async create(...creation) {
          await store.create(...creation);
          throw new Error('the connection was lost');
        },
      });
      await expect(start()).rejects.toThrow('connection was lost');
      fake.ports.store = store;
      await expectSoon((await start()).id, 'issued');
    });

    it('a start that cannot be checked for a freeze after it was saved releases its lease', async () => {
      let asked = 0;
      fake.ports.freezes = {
        isFrozen: () => (++asked === 2 ? Promise.reject(new Error('the connection was lost')) : Promise.resolve(false)),
      };
      await expect(start()).rejects.toThrow('connection was lost');
      fake.ports.freezes = NO_FREEZES;
      await expectSoon((await start()).id, 'issued');
    });

    it('threat: an account frozen during a start, whose check for that fails — nothing is registered for it', async () => {
      let asked = 0;
      fake.ports.freezes = {
        isFrozen: () =>
          ++asked === 2 ? Promise.reject(new Error('the connection was lost')) : Promise.resolve(asked > 2),
      };
      await expect(start()).rejects.toThrow('connection was lost');
      const pending = await store.findPending(JANE);
      if (!pending) throw new Error('nothing was started');
      await expectSoon(pending.id, 'cancelled');
      expect(fake.gateway.registered).toBe(0);
    });

    it('a round whose lease was taken without its process being told releases it', async () => {
      fake.gateway.isReachable = false;
      const { id } = await start();
      fake.gateway.isReachable = true;
      fake.ports.store = wrapActivationStore(store, {
        async lease(...lease) {
          await store.lease(...lease);
          throw new Error('the connection was lost');
        },
      });
      fake.pass(3 * SECOND);
      expect(await watch()).toMatchObject([{ message: 'the connection was lost' }]);
      fake.ports.store = store;
      await expectSoon(id, 'issued');
    });

    it('a round that cannot save the gateway’s answer releases its lease', async () => {
      fake.gateway.capabilities = { ...fake.gateway.capabilities, pushes: false };
      const { id } = await start();
      const phone = await phoneThatSees(id);
      // Nobody tells the site of the step: the round has to see it.
      fake.listener = { ...fake.ports, store: wrapActivationStore(store, { findByRegistration: async () => null }) };
      const cannotSave = { save: () => Promise.reject(new Error('the connection was lost')) };
      fake.ports.store = wrapActivationStore(store, cannotSave);
      await phone.step();
      fake.pass(MINUTE);
      expect(await watch()).toMatchObject([{ message: 'the connection was lost' }]);
      fake.ports.store = store;
      await expectSoon(id, 'scanned');
    });

    it('a lease that another process has taken since is not released', async () => {
      fake.gateway.isReachable = false;
      const { id } = await start();
      fake.gateway.isReachable = true;
      fake.ports.store = wrapActivationStore(store, {
        async lease(activationId, now, until) {
          await store.lease(activationId, now, new Date(until.getTime() + 1));
          throw new Error('the connection was lost');
        },
      });
      fake.pass(3 * SECOND);
      await watch();
      fake.ports.store = store;
      fake.pass(LEASE_MS - SECOND);
      await watch();
      expect(await find(id)).toMatchObject({ state: 'requested' });
    });

    it('a step that the database failed to save is pushed again by the gateway', async () => {
      const { id } = await start();
      const phone = await phoneThatSees(id);
      fake.gateway.isReachable = false;
      expect(await phone.step()).toBe('done');
      expect(await find(id)).toMatchObject({ state: 'issued' });
      fake.gateway.isReachable = true;
      await poll('the step to be known', async () => (await find(id))?.state === 'scanned');
      expect(fake.faults).toHaveLength(1);
    });
  });

  describe('a round of looking after', () => {
    it('the round goes on when one activation fails, and reports why', async () => {
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
        phone = await phoneThatSees(id);
        fake.gateway.isReachable = false;
      });

      it('the round finds a device that works, although its activation is overdue', async () => {
        while ((await phone.step()) === 'done');
        fake.gateway.isReachable = true;
        fake.pass(DAY);
        await watch();
        expect(await find(id)).toMatchObject({ state: 'active' });
      });

      it('the round extends the expiry as the gateway does for the phone', async () => {
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

    it('the round stops when it is aborted', async () => {
      fake.gateway.isReachable = false;
      const { id } = await start();
      fake.gateway.isReachable = true;
      fake.pass(3 * SECOND);
      await watchActivations(fake.ports, () => {}, AbortSignal.abort());
      expect(await find(id)).toMatchObject({ state: 'requested' });
    });
  });
}
