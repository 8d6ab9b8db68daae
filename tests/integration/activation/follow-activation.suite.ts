import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { beforeEach, describe, expect, it } from 'vitest';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import { personKey } from '@/lib/accounts/users/user';
import type { ChangeFeed } from '@/lib/shared/changes/change-feed';
import { followActivation } from '@/lib/activation/following/follow-activation';
import { GONE } from '@/lib/shared/changes/follow-changes';
import type { ActivationStore } from '@/lib/activation/activation-store';
import { RecentPolls, type PollFactsReader } from '@/lib/activation/following/recent-polls';
import { systemRandom } from '@/lib/shared/random';
import { accept, refuse } from '@/lib/shared/result';
import { activationInEveryState, at, type EveryState } from '../../support/doubles/fake-activations';
import type { FakeActivation } from '../../support/doubles/fake-activation-ports';
import { fakePollFacts } from '../../support/doubles/fake-poll-facts';
import { TappedActivationStore } from '../../support/doubles/fake-tapped-store';
import { poll } from '@/lib/kit/poll';
import { awaitNotices } from '../../support/await-notices';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** Waiting for its next move. @param current gives the ports, as new before each test */
export function followActivationSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let states: EveryState;
  let store: ActivationStore;
  let changeFeed: ChangeFeed;
  let listening: number;
  let holders: string[];

  beforeEach(async () => {
    fake = current();
    ({ store } = fake.ports);
    listening = 0;
    holders = [];
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
    await awaitNotices(fake.changeFeed, states.issued.id, 2, async () => {
      await store.create(states.requested, null, at(30), []);
      await store.save(states.issued, []);
    });
  });

  const follow = (after: number, until = new AbortController().signal, user: UserKey | null = JANE) => {
    const ports = { polls: new RecentPolls(fakePollFacts(store, user), fake.changeFeed), changeFeed };
    const asked = { sessionId: generateSessionId(systemRandom), activationId: states.issued.id };
    return followActivation(ports, asked, after, (holder) => {
      holders.push(holder);
      return until;
    });
  };

  /** Resolves once a page waits for the feed and nothing else. */
  async function isWaiting(): Promise<void> {
    await poll('a page to wait', async () => listening > 0);
  }

  describe('following an activation', () => {
    it.each([0, 1, 3, -1])('the poll returns at once when version %i is not the current one', async (after) => {
      expect(await follow(after)).toEqual(accept(states.issued));
      expect(holders).toEqual([]);
      expect(listening).toBe(0);
    });

    it('the poll waits for the next move, and returns it', async () => {
      const following = follow(2);
      await isWaiting();
      await store.save(states.scanned, []);
      expect(await following).toEqual(accept(states.scanned));
      expect(holders).toEqual([personKey(JANE)]);
      expect(listening).toBe(0);
    });

    it('a move wakes every page that polls', async () => {
      const all = [follow(2), follow(2), follow(2)];
      await isWaiting();
      await store.save(states.scanned, []);
      expect(await Promise.all(all)).toEqual(Array(3).fill(accept(states.scanned)));
      expect(listening).toBe(0);
    });

    it('the poll of an ended activation returns at once, whatever version is known', async () => {
      await store.save(states.cancelled, []);
      expect(await follow(states.cancelled.version)).toEqual(accept(states.cancelled));
    });

    it.each([
      ['another user', { ...JANE, userId: 'john' }, 'not-found'],
      ['a namesake in another domain', { ...JANE, domain: 'elsewhere' }, 'not-found'],
      ['somebody who is not signed in', null, 'signed-out'],
    ])('the poll is refused for %s', async (_name, user, refusal) => {
      expect(await follow(2, undefined, user)).toEqual(refuse(refusal));
      expect(holders).toEqual([]);
      expect(listening).toBe(0);
    });

    it('an aborted poll returns no change, whether aborted before or while it waits', async () => {
      expect(await follow(2, AbortSignal.abort())).toEqual(accept(null));
      const controller = new AbortController();
      const following = follow(2, controller.signal);
      await isWaiting();
      controller.abort();
      expect(await following).toEqual(accept(null));
      expect(listening).toBe(0);
    });

    it('an aborted poll reads nothing', async () => {
      const controller = new AbortController();
      let reads = 0;
      const find: ActivationStore['find'] = (id, domain) => ((reads += 1), fake.ports.store.find(id, domain));
      store = { ...store, find };
      const following = follow(2, controller.signal);
      await poll('the page to be held', async () => holders.length > 0);
      controller.abort(GONE);
      await following;
      expect(reads).toBe(1);
      expect(listening).toBe(0);
    });

    it('a repeated poll of a page reads nothing before it is held again', async () => {
      let reads = 0;
      const facts: PollFactsReader = {
        read: (asked, after) => ((reads += 1), fakePollFacts(store, JANE).read(asked, after)),
      };
      const polls = new RecentPolls(facts, fake.changeFeed);
      const asked = { sessionId: generateSessionId(systemRandom), activationId: states.issued.id };
      const wait = async (onHeld: () => unknown) => {
        const controller = new AbortController();
        const following = followActivation({ polls, changeFeed }, asked, 2, (holder) => {
          holders.push(holder);
          return controller.signal;
        });
        const before = holders.length;
        await poll('the page to be held', async () => holders.length > before);
        await onHeld();
        controller.abort();
        return following;
      };
      expect(await wait(() => {})).toEqual(accept(null));
      expect(reads).toBe(2);
      expect(await wait(() => expect(reads).toBe(2))).toEqual(accept(null));
      expect(await wait(() => store.save(states.scanned, []))).toEqual(accept(states.scanned));
    });

    it('threat: a right that was lost while the page waited — is asked for again before it is answered', async () => {
      let user: UserKey | null = JANE;
      const facts: PollFactsReader = { read: (asked, after) => fakePollFacts(store, user).read(asked, after) };
      const polls = new RecentPolls(facts, fake.changeFeed);
      const controller = new AbortController();
      const asked = { sessionId: generateSessionId(systemRandom), activationId: states.issued.id };
      const following = followActivation({ polls, changeFeed }, asked, 2, (holder) => {
        holders.push(holder);
        return controller.signal;
      });
      await poll('the page to be held', async () => holders.length > 0);
      user = null;
      await store.save(states.scanned, []);
      expect(await following).toEqual(refuse('signed-out'));
    });

    it('the poll goes on waiting after a call without a move', async () => {
      const calls: (() => void)[] = [];
      changeFeed = { subscribe: async (_id, listener) => (calls.push(listener), () => {}) };
      const controller = new AbortController();
      let answer: unknown;
      const following = follow(2, controller.signal).then((known) => (answer = known));
      for (let count = 0; count < 3; count++) {
        await store.find(states.issued.id, states.issued.domain);
        for (const call of calls) call();
      }
      await store.find(states.issued.id, states.issued.domain);
      expect(answer).toBeUndefined();
      controller.abort();
      await following;
      expect(answer).toEqual(accept(null));
    });

    // The moments at which a move could be slept through: each is taken on a feed that calls only those who listen by then.
    it('the poll does not miss a move between its read and its subscription', async () => {
      const inner = changeFeed;
      changeFeed = {
        async subscribe(id, listener) {
          await store.save(states.scanned, []);
          return inner.subscribe(id, listener);
        },
      };
      expect(await follow(2)).toEqual(accept(states.scanned));
    });

    it('the poll does not miss a move right after its read', async () => {
      const tap = new TappedActivationStore(fake.ports.store);
      let reads = 0;
      store = {
        ...tap.store,
        async find(id) {
          const found = await fake.ports.store.find(id, 'example.org');
          if ((reads += 1) === 1) await fake.ports.store.save(states.scanned, []);
          return found;
        },
      };
      expect(await follow(2)).toEqual(accept(states.scanned));
    });

    it('the poll unsubscribes when the store fails', async () => {
      const tap = new TappedActivationStore(fake.ports.store);
      let reads = 0;
      const find: ActivationStore['find'] = async (id) => {
        if ((reads += 1) > 1) throw new Error('the database has gone');
        return fake.ports.store.find(id, 'example.org');
      };
      store = { ...tap.store, find };
      const failure = follow(2).then(String, String);
      await isWaiting();
      await fake.ports.store.save(states.scanned, []);
      expect(await failure).toBe('Error: the database has gone');
      expect(listening).toBe(0);
    });
  });
}
