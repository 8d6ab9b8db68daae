import { beforeEach, expect, it } from 'vitest';
import { generateActivationId, type ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { ChangeFeed } from '@/lib/shared/changes/change-feed';
import { systemRandom } from '@/lib/shared/random';
import { poll } from '../support/poll';

export type ChangeFeedFixture = {
  feed: ChangeFeed;
  /** Makes a move of the activation as the store does. */
  move(id: ActivationId): Promise<void>;
};

/** What every adapter of the port `ChangeFeed` does. @param open gives a feed, which may have other subscribers */
export function changeFeedContract(open: () => Promise<ChangeFeedFixture>): void {
  let fixture: ChangeFeedFixture;
  let id: ActivationId;

  beforeEach(async () => {
    fixture = await open();
    id = generateActivationId(systemRandom);
  });

  async function listen(to = id) {
    const heard = { times: 0, stop: () => {} };
    heard.stop = await fixture.feed.subscribe(to, () => (heard.times += 1));
    return heard;
  }

  /** Notices are in order: once this one has been heard, none from before is on its way any more. */
  async function settle(): Promise<void> {
    const last = generateActivationId(systemRandom);
    const heard = await listen(last);
    await fixture.move(last);
    await poll('the last notice', async () => heard.times > 0);
    heard.stop();
  }

  it('calls everybody who listens to an activation that moves', async () => {
    const [first, second] = [await listen(), await listen()];
    await fixture.move(id);
    await settle();
    expect([first.times, second.times]).toEqual([1, 1]);
  });

  it('calls once for each move', async () => {
    const heard = await listen();
    for (let count = 0; count < 3; count++) await fixture.move(id);
    await settle();
    expect(heard.times).toBe(3);
  });

  it('calls nobody who listens to another activation', async () => {
    const heard = await listen(generateActivationId(systemRandom));
    await fixture.move(id);
    await settle();
    expect(heard.times).toBe(0);
  });

  it('calls nobody who has stopped listening, and stopping twice does nothing', async () => {
    const [stopped, goesOn] = [await listen(), await listen()];
    stopped.stop();
    stopped.stop();
    await fixture.move(id);
    await settle();
    expect([stopped.times, goesOn.times]).toEqual([0, 1]);
  });

  it('can be listened to again after everybody has stopped', async () => {
    (await listen()).stop();
    const heard = await listen();
    await fixture.move(id);
    await settle();
    expect(heard.times).toBe(1);
  });

  it('lets a listener stop itself or another one while it is called', async () => {
    const other = await listen();
    const own = await fixture.feed.subscribe(id, () => {
      own();
      other.stop();
    });
    await fixture.move(id);
    await settle();
    await fixture.move(id);
    await settle();
    expect(other.times).toBeLessThanOrEqual(1);
  });
}
