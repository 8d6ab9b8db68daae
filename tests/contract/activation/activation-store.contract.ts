import { beforeEach, describe, expect, it } from 'vitest';
import { cancel, fail, isPending, type Activation, type FailureReason } from '@/lib/activation/activation';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { AuditLog } from '@/lib/audit/audit-log';
import { generateInvitationId } from '@/lib/shared/identifiers/invitation-id';
import { systemRandom } from '@/lib/shared/random';
import { activationInEveryState, at, type EveryState } from '../../support/doubles/fake-activations';

export type ActivationStoreFixture = { store: ActivationStore; audit: AuditLog };

const STATES = Object.keys(activationInEveryState('')) as (keyof EveryState)[];
const WAY: (keyof EveryState)[] = ['issued', 'scanned', 'verified', 'linked', 'active'];
let people = 0;

/** What every adapter of the port `ActivationStore` does. @param open gives a store, which need not be empty */
export function activationStoreContract(open: () => Promise<ActivationStoreFixture>): void {
  let store: ActivationStore;
  let audit: AuditLog;
  let user: { userId: string; domain: string };
  let states: EveryState;

  beforeEach(async () => {
    ({ store, audit } = await open());
    user = { userId: `user ${(people += 1)}`, domain: 'example.org' };
    states = activationInEveryState(user.userId);
  });

  function about(type: 'activation-requested' | 'activation-issued' = 'activation-requested'): AuditEvent {
    const context = { actor: { kind: 'system' }, subject: user, correlationId: 'request', address: null } as const;
    return { type, activationId: states.requested.id, ...context };
  }

  const recorded = async () => (await audit.listFor(user, 10)).length;
  const create = (requested = states.requested, startKey: string | null = null, leasedUntil = at(30)) =>
    store.create(requested, startKey, leasedUntil, [about()]);

  const due = async (now: Date) => (await store.listDue(now, 1_000)).filter((one) => one.userId === user.userId);

  /** Expires long before anything else that may be in the store. */
  const inFront = (seconds: number) =>
    Object.assign(activationInEveryState(`${user.userId} ${seconds}`).requested, { expiresAt: at(seconds - 1e6) });

  /** Creates one and moves it to `state` by the shortest way. */
  async function reach(state: keyof EveryState): Promise<Activation> {
    await create();
    const steps = WAY.includes(state) ? WAY.slice(0, WAY.indexOf(state) + 1) : (['issued', state] as const);
    if (state === 'requested') return states.requested;
    for (const step of steps) expect(await store.save(states[step], [])).toEqual({ ok: true, value: null });
    return states[state];
  }

  async function startAndEnd(seconds: number, ends: FailureReason | 'cancelled'): Promise<void> {
    const { requested } = activationInEveryState(user.userId);
    const started = { ...requested, requestedAt: at(seconds) };
    await create(started);
    const ended = ends === 'cancelled' ? cancel(started, at(seconds)) : fail(started, ends, at(seconds));
    await store.save(ended, []);
  }

  describe('keeping', () => {
    it.each(STATES)('an activation that is %s is read back as it was saved', async (state) => {
      const activation = await reach(state);
      expect(await store.find(activation.id, activation.domain)).toEqual(activation);
    });

    it('an activation is not there for another domain', async () => {
      const { id } = await reach('issued');
      expect(await store.find(id, 'elsewhere')).toBeNull();
    });

    it('the store returns null for an unknown ID', async () => {
      expect(await store.find(states.requested.id, states.requested.domain)).toBeNull();
      expect(await store.findByRegistration('unknown1')).toBeNull();
      expect(await store.findStarted(user, 'unknown')).toEqual({ same: null, pending: null });
      expect(await store.findStarted(user, null)).toEqual({ same: null, pending: null });
    });

    it.each(STATES)('the store finds an activation that is %s as pending only if it is', async (state) => {
      const activation = await reach(state);
      expect(await store.findPending(user)).toEqual(isPending(activation) ? activation : null);
      expect(await store.findPending({ ...user, domain: 'elsewhere' })).toBeNull();
    });

    it.each(WAY)('an activation that is %s is found by its registration', async (state) => {
      const activation = await reach(state);
      expect(await store.findByRegistration(states.issued.registrationIdentifier)).toEqual(activation);
    });
  });

  describe('under an invitation', () => {
    it('the newest activation of an invitation is found, and the moves of all are counted', async () => {
      const invitationId = generateInvitationId(systemRandom);
      expect(await store.findInvited(invitationId)).toBeNull();
      expect(await store.countInvitedMoves(invitationId)).toBe(0);
      const first = { ...states.requested, invitationId };
      await create(first);
      const ended = cancel(first, at(1));
      await store.save(ended, []);
      expect(await store.findInvited(invitationId)).toEqual(ended);
      expect(await store.countInvitedMoves(invitationId)).toBe(2);
      const second = { ...activationInEveryState(user.userId).requested, requestedAt: at(2), invitationId };
      await create(second);
      expect(await store.findInvited(invitationId)).toEqual(second);
      expect(await store.countInvitedMoves(invitationId)).toBe(3);
    });
  });

  describe('creating', () => {
    it('a second pending activation of a user is refused, without an audit event', async () => {
      await create();
      const second = activationInEveryState(user.userId).requested;
      expect(await create(second)).toEqual({ ok: false, refusal: 'already-pending' });
      expect(await store.find(second.id, second.domain)).toBeNull();
      expect(await recorded()).toBe(1);
    });

    it('a next activation is created once the first has ended, and one in another domain any time', async () => {
      await create();
      expect((await create({ ...activationInEveryState(user.userId).requested, domain: 'elsewhere' })).ok).toBe(true);
      await store.save(cancel(states.requested, at(1)), []);
      expect((await create(activationInEveryState(user.userId).requested)).ok).toBe(true);
    });

    it('only one of many concurrent creations succeeds', async () => {
      const all = Array.from({ length: 8 }, () => activationInEveryState(user.userId).requested);
      const created = await Promise.all(all.map((requested) => create(requested)));
      expect(created.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await recorded()).toBe(1);
    });

    it('an activation is found by its start key in any state, and the key is refused again', async () => {
      await create(states.requested, 'key');
      const ended = cancel(states.requested, at(1));
      await store.save(ended, []);
      expect(await store.findStarted(user, 'key')).toEqual({ same: ended, pending: null });
      const next = activationInEveryState(user.userId).requested;
      expect(await create(next, 'key')).toEqual({ ok: false, refusal: 'start-key-used' });
      expect((await create(next, 'another')).ok).toBe(true);
      expect(await store.findStarted(user, 'key')).toEqual({ same: ended, pending: next });
      expect(await store.findStarted(user, 'another')).toEqual({ same: next, pending: next });
      expect(await store.findStarted(user, null)).toEqual({ same: null, pending: next });
    });

    it('one user’s start key is not mistaken for another’s', async () => {
      await create(states.requested, 'key');
      const john = { ...user, userId: `${user.userId} too` };
      expect((await store.findStarted(john, 'key')).same).toBeNull();
      expect((await create(activationInEveryState(john.userId).requested, 'key')).ok).toBe(true);
    });
  });

  describe('saving a move', () => {
    it('a move from a stale version is refused, and changes and records nothing', async () => {
      await reach('issued');
      const stale = cancel(states.requested, at(2));
      expect(await store.save(stale, [about()])).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await store.find(stale.id, stale.domain)).toEqual(states.issued);
      expect(await recorded()).toBe(1);
    });

    it('a move of an unknown activation is refused', async () => {
      expect(await store.save(states.issued, [about()])).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await recorded()).toBe(0);
    });

    it('only one of several concurrent moves succeeds', async () => {
      await reach('issued');
      const moves = [states.scanned, states.cancelled, states.failed, states.superseded, states.expired];
      const saved = await Promise.all(moves.map((move) => store.save(move, [about('activation-issued')])));
      expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.find(states.issued.id, states.issued.domain)).toEqual(moves[saved.findIndex(({ ok }) => ok)]);
      expect(await recorded()).toBe(2);
    });

    it('a move’s audit events are saved with it', async () => {
      await create();
      await store.save(states.issued, [about('activation-issued')]);
      const types = (await audit.listFor(user, 10)).map(({ event }) => event.type);
      expect(types).toEqual(['activation-issued', 'activation-requested']);
    });
  });

  describe('care', () => {
    it('an activation is due at once after the clock was set back an hour, for one caller to lease', async () => {
      const requestedAt = at(3_600);
      await create({ ...states.requested, requestedAt, expiresAt: at(3_900) }, null, at(3_630));
      expect(await due(at(3_570))).toHaveLength(0);
      expect(await due(at(1))).toHaveLength(1);
      const leases = Array.from({ length: 8 }, () => store.lease(states.requested.id, at(1), at(31)));
      expect((await Promise.all(leases)).filter(Boolean)).toHaveLength(1);
      expect(await due(at(30))).toHaveLength(0);
    });

    it('an activation is due when its lease ends, also when the end was moved', async () => {
      await create(states.requested, null, at(30));
      expect(await due(at(29.999))).toEqual([]);
      expect(await due(at(30))).toEqual([states.requested]);
      await store.moveLeaseEnd(states.requested.id, at(30), at(1_000));
      expect(await due(at(999.999))).toEqual([]);
      expect(await due(at(1_000))).toEqual([states.requested]);
      await store.moveLeaseEnd(states.requested.id, at(1_000), at(2));
      expect(await due(at(2))).toEqual([states.requested]);
    });

    it('moving the end of a lease does not shorten the next lease', async () => {
      await create(states.requested, null, at(30));
      expect(await store.lease(states.requested.id, at(30), at(60))).toBe(true);
      await store.moveLeaseEnd(states.requested.id, at(30), at(31));
      expect(await due(at(59.999))).toEqual([]);
    });

    it('an activation is due when a move says so, and otherwise when it was before', async () => {
      await create(states.requested, null, at(30));
      await store.save(states.issued, [], at(1_000));
      expect(await due(at(999.999))).toEqual([]);
      await store.save(states.scanned, []);
      expect(await due(at(999.999))).toEqual([]);
      expect(await due(at(1_000))).toEqual([states.scanned]);
    });

    it('an activation that has ended is never due', async () => {
      await reach('cancelled');
      expect(await due(at(10_000))).toEqual([]);
      expect(await store.lease(states.requested.id, at(10_000), at(20_000))).toBe(false);
    });

    it('the due activations that expire first are listed first, up to the limit', async () => {
      const [third, first, second] = [inFront(3), inFront(1), inFront(2)];
      for (const one of [third, first, second]) await create(one, null, at(-900_000));
      expect(await store.listDue(at(-900_000), 2)).toEqual([first, second]);
      for (const one of [third, first, second]) await store.save(cancel(one, at(0)), []);
    });

    it('a due activation is leased by only one of many concurrent callers', async () => {
      await create(states.requested, null, at(30));
      expect(await store.lease(states.requested.id, at(29.999), at(60))).toBe(false);
      const leases = Array.from({ length: 8 }, () => store.lease(states.requested.id, at(30), at(60)));
      expect((await Promise.all(leases)).filter(Boolean)).toHaveLength(1);
      expect(await store.lease(states.requested.id, at(60), at(90))).toBe(true);
    });

    it('a lease changes neither version nor audit events', async () => {
      await create();
      await store.lease(states.requested.id, at(30), at(60));
      expect(await store.find(states.requested.id, states.requested.domain)).toEqual(states.requested);
      expect(await recorded()).toBe(1);
    });
  });

  describe('counting starts', () => {
    it('the starts after a time are counted, and the oldest of them is found', async () => {
      for (const seconds of [10, 20, 30]) await startAndEnd(seconds, 'cancelled');
      expect(await store.countStarts(user, at(10))).toBe(2);
      expect(await store.oldestStart(user, at(10))).toEqual(at(20));
      expect(await store.countStarts(user, at(30))).toBe(0);
      expect(await store.oldestStart(user, at(30))).toBeNull();
    });

    it.each<[FailureReason, number]>([
      ['no-licence', 0],
      ['activation-limit-reached', 0],
      ['refused-by-gateway', 0],
      ['credential-refused', 0],
      ['gateway-failed', 0],
      ['answer-lost', 1],
      ['too-many-wrong-passwords', 1],
      ['lost-by-gateway', 1],
      ['payload-too-long', 1],
    ])('a start that failed with %s counts %i', async (reason, count) => {
      await startAndEnd(10, reason);
      expect(await store.countStarts(user, at(0))).toBe(count);
      expect(await store.oldestStart(user, at(0))).toEqual(count === 1 ? at(10) : null);
    });

    it('the count includes a pending start, and excludes other users', async () => {
      await create();
      expect(await store.countStarts(user, at(-1))).toBe(1);
      expect(await store.countStarts({ ...user, domain: 'elsewhere' }, at(-1))).toBe(0);
    });
  });
}
