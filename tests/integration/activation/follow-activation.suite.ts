import { beforeEach, describe, expect, it } from 'vitest';
import type { Activation } from '@/lib/activation/activation';
import type { ChangeFeed } from '@/lib/activation/change-feed';
import { followActivation } from '@/lib/activation/follow-activation';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { activationInEveryState, at, type EveryState } from '../../support/fake-activations';
import type { FakeActivation } from '../../support/fake-activation-ports';
import { TappedActivationStore } from '../../support/fake-tapped-store';
import { poll } from '../../support/poll';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** Waiting for its next move. @param current gives the ports, as new before each test */
export function followActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let states: EveryState;
  let store: ActivationStore;
  let changeFeed: ChangeFeed;
  let listening: number;

  beforeEach(async () => {
    fake = current();
    ({ store } = fake.ports);
    listening = 0;
    changeFeed = {
      async subscribe(id, listener) {
        const stop = await fake.changeFeed.subscribe(id, listener);
        listening += 1;
        return () => {
          listening -= 1;
          stop();
        };
      },
    };
    states = activationInEveryState(JANE.userId);
    await store.create(states.requested, null, at(30), []);
    await store.save(states.issued, []);
  });

  const follow = (after: number, until = new AbortController().signal, user = JANE) =>
    followActivation({ store, changeFeed }, user, states.issued.id, after, until);

  /** Resolves once a page waits for the feed and nothing else. */
  async function isWaiting(): Promise<void> {
    await poll('a page to wait', async () => listening > 0);
  }

  describe('following an activation', () => {
    it.each([0, 1, 3, -1])('answers at once when version %i is not the current one', async (after) => {
      expect(await follow(after)).toEqual(states.issued);
      expect(listening).toBe(0);
    });

    it('waits for the next move, and answers with it', async () => {
      const following = follow(2);
      await isWaiting();
      await store.save(states.scanned, []);
      expect(await following).toEqual(states.scanned);
      expect(listening).toBe(0);
    });

    it('wakes every page that waits', async () => {
      const all = [follow(2), follow(2), follow(2)];
      await isWaiting();
      await store.save(states.scanned, []);
      expect(await Promise.all(all)).toEqual([states.scanned, states.scanned, states.scanned]);
      expect(listening).toBe(0);
    });

    it('answers at once when it has ended, whatever version is known', async () => {
      await store.save(states.cancelled, []);
      expect(await follow(states.cancelled.version)).toEqual(states.cancelled);
    });

    it.each([
      ['another user', { ...JANE, userId: 'john' }],
      ['a namesake in another domain', { ...JANE, domain: 'elsewhere' }],
    ])('has nothing to follow for %s', async (_name, user) => {
      expect(await follow(2, undefined, user)).toBeNull();
      expect(listening).toBe(0);
    });

    it('answers with what there is when it is called off, before or while it waits', async () => {
      expect(await follow(2, AbortSignal.abort())).toEqual(states.issued);
      const controller = new AbortController();
      const following = follow(2, controller.signal);
      await isWaiting();
      controller.abort();
      expect(await following).toEqual(states.issued);
      expect(listening).toBe(0);
    });

    it('goes on waiting after a call without a move', async () => {
      const calls: (() => void)[] = [];
      changeFeed = { subscribe: async (_id, listener) => (calls.push(listener), () => {}) };
      const controller = new AbortController();
      let answer: Activation | null | undefined;
      const following = follow(2, controller.signal).then((known) => (answer = known));
      for (let count = 0; count < 3; count++) {
        await store.find(states.issued.id);
        for (const call of calls) call();
      }
      await store.find(states.issued.id);
      expect(answer).toBeUndefined();
      controller.abort();
      await following;
      expect(answer).toEqual(states.issued);
    });

    // The moments at which a move could be slept through: each is taken on a feed that calls only those who listen by then.
    it('does not sleep through a move between its reading and its subscribing', async () => {
      const inner = changeFeed;
      changeFeed = {
        async subscribe(id, listener) {
          await store.save(states.scanned, []);
          return inner.subscribe(id, listener);
        },
      };
      expect(await follow(2)).toEqual(states.scanned);
    });

    it('does not sleep through a move right after it has read', async () => {
      const tap = new TappedActivationStore(fake.ports.store);
      let reads = 0;
      store = {
        ...tap.store,
        async find(id) {
          const found = await fake.ports.store.find(id);
          if ((reads += 1) === 2) await fake.ports.store.save(states.scanned, []);
          return found;
        },
      };
      expect(await follow(2)).toEqual(states.scanned);
    });

    it('stops listening when the store fails', async () => {
      const tap = new TappedActivationStore(fake.ports.store);
      let reads = 0;
      const find: ActivationStore['find'] = async (id) => {
        if ((reads += 1) > 1) throw new RangeError('the database has gone');
        return fake.ports.store.find(id);
      };
      store = { ...tap.store, find };
      await expect(follow(2)).rejects.toThrow('the database has gone');
      expect(listening).toBe(0);
    });
  });
}
