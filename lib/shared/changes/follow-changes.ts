import type { ChangeFeed, ChangeKey } from './change-feed';

/**
 * Asks for a long-poll slot, once a first read has found no news.
 * @param holder the same text for the same user, browser or phone
 * @returns aborts when the poll must end: time is up, the server stops, or the slot goes to another. Aborted from the
 *   start when there is no slot, and with the reason `GONE` when the client has disconnected
 */
export type Hold = (holder: string) => AbortSignal;

/** Abort reason: the client has disconnected, so nothing more needs to be read. */
export const GONE = Symbol('gone');

/**
 * Long polling: reads, and reads again after each change, until there is news or the hold is aborted. The result is
 * always read after the wait, so that a client that lost a right meanwhile does not see what it no longer may.
 * @param keys of the changes to follow
 * @param hold called at most once, with a value that is no news
 * @returns the last value read
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
  const onChange = () => wake();
  const subscriptions = await Promise.all([keys].flat().map((key) => changeFeed.subscribe(key, onChange)));
  try {
    for (;;) {
      // Created before reading, so that a change right after the read is not missed.
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const value = await read();
      if (until?.aborted || hasNews(value)) return value;
      if (!until) {
        until = hold(value);
        if (until.aborted) return value;
        until.addEventListener('abort', onChange);
      }
      await woken;
      if (until.reason === GONE) return value;
    }
  } finally {
    until?.removeEventListener('abort', onChange);
    for (const unsubscribe of subscriptions) unsubscribe();
  }
}

function doNothing(): void {}
