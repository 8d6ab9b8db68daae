import type { ChangeFeed, ChangeKey } from './change-feed';

/**
 * Asks to be held until there is something new, once it is known that there is nothing yet.
 * @param holder who waits: one person, one browser or one phone always gives the same text
 * @returns what calls the wait off: time is up, the server is stopping, others have a better right to wait. It is aborted
 * from the start where nobody may wait, and with the reason `GONE` when nobody is there to be answered any more
 */
export type Hold = (holder: string) => AbortSignal;

/** Whoever waited has gone: nothing needs to be read for them. */
export const GONE = Symbol('gone');

/**
 * Reads, and waits for a change to read again, until there is something new or the wait is called off. What is answered
 * was read after the wait, so that whoever loses a right while waiting is not told what they may no longer know.
 * @param keys what the notices of a change name
 * @param hold called at most once, with the value of which nothing is new
 * @returns what was read last
 */
export async function followChanges<Value>(
  changeFeed: ChangeFeed,
  keys: ChangeKey | readonly ChangeKey[],
  read: () => Promise<Value>,
  hasNews: (value: Value) => boolean,
  hold: (value: Value) => AbortSignal,
): Promise<Value> {
  let wake = doNothing;
  let until: AbortSignal | null = null;
  const called = () => wake();
  const subscriptions = await Promise.all([keys].flat().map((key) => changeFeed.subscribe(key, called)));
  try {
    for (;;) {
      // Made before reading, so that a change right after the reading is not slept through.
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const value = await read();
      if (until?.aborted || hasNews(value)) return value;
      if (!until) {
        until = hold(value);
        if (until.aborted) return value;
        until.addEventListener('abort', called);
      }
      await woken;
      if (until.reason === GONE) return value;
    }
  } finally {
    until?.removeEventListener('abort', called);
    for (const unsubscribe of subscriptions) unsubscribe();
  }
}

function doNothing(): void {}
