import { SECOND } from '@/lib/shared/time/duration';

/** The server answers after 25 s at the latest; an answer that takes longer than this is not going to come. */
export const ANSWER_LIMIT_MS = 35 * SECOND;

/** From one question to the next while nothing happens; a fifth less is still no more than three a minute. */
const QUIET_INTERVAL_MS = 25 * SECOND;
const SHORTEST_QUIET_INTERVAL_MS = 20 * SECOND;

/** What even a server that asks for less is spared. */
const SHORTEST_ASKED_WAIT_MS = SECOND;

/** A server that asks for more is asked all the same: whoever looks at the page has a phone in hand. */
export const LONGEST_ASKED_WAIT_MS = 60 * SECOND;

/** How long the server may take to notice that the time is over before the page asks on its own. */
export const EXPIRY_GRACE_MS = 2 * SECOND;

/** How often an activation whose time is over is asked about until the page takes it for expired. */
export const OVERDUE_QUESTIONS = 4;

const FIRST_BACK_OFF_MS = SECOND;
const LONGEST_BACK_OFF_MS = 15 * SECOND;
const JITTER = 0.2;

/** Spreads a wait by up to 20 % either way, so that pages which were answered together do not return together. */
function jitter(milliseconds: number, random: () => number): number {
  return milliseconds * (1 + JITTER * (2 * random() - 1));
}

/**
 * After a failure: 1 s, 2 s, 4 s, 8 s, then 15 s, and no less than the server asks for.
 * @param failures in a row, from 1
 * @param retryAfterMs what the server asks for; null when it says nothing
 */
export function backOffMs(failures: number, random: () => number, retryAfterMs: number | null = null): number {
  const backOff = Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS);
  return jitter(Math.max(backOff, retryAfterMs ?? 0), random);
}

/**
 * After an answer that brought nothing new. What the server asks for is done; without that, an answer it has held back
 * was wait enough, and one that came at once, through an impatient proxy, is made up for.
 * @param retryAfterMs what the server asks for
 * @param heldMs how long the answer took; infinite when it was not to be held back
 */
export function quietWaitMs(retryAfterMs: number | null, heldMs: number, random: () => number): number {
  if (retryAfterMs !== null) return jitter(Math.max(retryAfterMs, SHORTEST_ASKED_WAIT_MS), random);
  return heldMs >= SHORTEST_QUIET_INTERVAL_MS ? 0 : jitter(QUIET_INTERVAL_MS, random) - heldMs;
}
