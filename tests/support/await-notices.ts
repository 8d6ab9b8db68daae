import { poll } from '@/lib/kit/poll';
import type { ChangeFeed, ChangeKey } from '@/lib/shared/changes/change-feed';

/**
 * Does what a test begins with, and resolves when its notices have come: one that came later would come into the test.
 * @param count how many notices of `key` the work makes
 */
export async function awaitNotices(
  changeFeed: ChangeFeed,
  key: ChangeKey,
  count: number,
  work: () => Promise<void>,
): Promise<void> {
  let notices = 0;
  const stop = await changeFeed.subscribe(key, () => (notices += 1));
  await work();
  await poll(`${count} notices of ${key}`, async () => notices >= count);
  stop();
}
