import type { ChangeFeed, ChangeKey } from './change-feed';

/**
 * Reads, and waits for a change to read again, until there is something new or the wait is called off.
 * @param keys what the notices of a change name
 * @param until calls the wait off: time is up, the page has gone, the server is stopping
 * @returns what was read last
 */
export async function followChanges<Value>(
  changeFeed: ChangeFeed,
  keys: ChangeKey | readonly ChangeKey[],
  read: () => Promise<Value>,
  hasNews: (value: Value) => boolean,
  until: AbortSignal,
): Promise<Value> {
  let wake = doNothing;
  const subscriptions = await Promise.all([keys].flat().map((key) => changeFeed.subscribe(key, () => wake())));
  const called = () => wake();
  until.addEventListener('abort', called);
  try {
    for (;;) {
      // Made before reading, so that a change right after the reading is not slept through.
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const value = await read();
      if (until.aborted || hasNews(value)) return value;
      await woken;
    }
  } finally {
    until.removeEventListener('abort', called);
    for (const unsubscribe of subscriptions) unsubscribe();
  }
}

function doNothing(): void {}
