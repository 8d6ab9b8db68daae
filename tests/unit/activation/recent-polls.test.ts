import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { RecentPolls, type PollFacts } from '@/lib/activation/following/recent-polls';
import { sessionChangeKey } from '@/lib/shared/changes/change-feed';
import { SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { MemoryChangeFeed } from '../../support/doubles/stores/memory-change-feed';

const NOBODY: PollFacts = { asker: null, activation: null, moved: null };
const suffices = () => true;

let feed: MemoryChangeFeed;
/** When each reading was. */
let reads: number[];
let read: () => Promise<PollFacts>;
let polls: RecentPolls;

beforeEach(() => {
  vi.useFakeTimers();
  feed = new MemoryChangeFeed();
  reads = [];
  read = async () => NOBODY;
  polls = new RecentPolls({ read: () => (reads.push(performance.now()), read()) }, feed);
});

afterEach(() => {
  vi.useRealTimers();
});

function newPoll() {
  return { sessionId: generateSessionId(systemRandom), activationId: generateActivationId(systemRandom) };
}

describe('what was read of a poll', () => {
  it('a poll is cached until its activation moves', async () => {
    const poll = newPoll();
    await polls.read(poll, 1);
    expect(await polls.recall(poll, 1, suffices)).toEqual(NOBODY);
    feed.publish(newPoll().activationId);
    await polls.recall(poll, 1, suffices);
    expect(reads).toHaveLength(1);
    feed.publish(poll.activationId);
    await polls.recall(poll, 1, suffices);
    expect(reads).toHaveLength(2);
  });

  it('a poll is cached until its session ends', async () => {
    const poll = newPoll();
    await polls.read(poll, 1);
    feed.publish(sessionChangeKey(poll.sessionId));
    await polls.recall(poll, 1, suffices);
    expect(reads).toHaveLength(2);
  });

  it('a poll is not cached when the activation moves during the read, or the read fails', async () => {
    const poll = newPoll();
    await polls.read(poll, 1);
    read = async () => (feed.publish(poll.activationId), NOBODY);
    await polls.read(poll, 1);
    read = () => Promise.reject(new Error('the database is away'));
    await expect(polls.recall(poll, 1, suffices)).rejects.toThrow('away');
    read = async () => NOBODY;
    await polls.recall(poll, 1, suffices);
    expect(reads).toHaveLength(4);
  });

  it('a cached poll is read again where it does not answer the question', async () => {
    const poll = newPoll();
    await polls.read(poll, 1);
    await polls.recall(poll, 1, () => false);
    expect(reads).toHaveLength(2);
  });

  it('a poll is refreshed when 25 s old, batched with others of the same quarter second', async () => {
    const three = [newPoll(), newPoll(), newPoll()];
    await Promise.all(three.map((poll) => polls.read(poll, 1)));
    await vi.advanceTimersByTimeAsync(25 * SECOND + 1);
    reads = [];
    for (const poll of three) {
      void polls.recall(poll, 1, suffices);
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(250);
    expect(reads).toHaveLength(3);
    expect(new Set(reads).size).toBe(1);
  });

  it('a poll is evicted when unused for two minutes', async () => {
    for (let count = 0; count < 10; count++) await polls.read(newPoll(), 1);
    expect(feed.size).toBe(2 * 10);
    await vi.advanceTimersByTimeAsync(120 * SECOND);
    await polls.read(newPoll(), 1);
    expect(feed.size).toBe(2);
  });

  it('a poll has one subscription, whatever number of windows polls it', async () => {
    const poll = newPoll();
    await Promise.all([polls.read(poll, 1), polls.read(poll, 1), polls.read(poll, 1)]);
    expect(feed.size).toBe(2);
  });
});
