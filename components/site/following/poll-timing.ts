import { SECOND } from '@/lib/shared/time/duration';

/** The server holds a long poll for 25 s at most; an answer that takes longer than this will not come. */
export const ANSWER_LIMIT_MS = 35 * SECOND;

/** Between requests while nothing changes. Even with 20 % jitter that is at most three requests a minute. */
const QUIET_INTERVAL_MS = 25 * SECOND;
const SHORTEST_QUIET_INTERVAL_MS = 20 * SECOND;

/** Lower bound on a delay that the server requests. */
const SHORTEST_ASKED_WAIT_MS = SECOND;

/** Upper bound on a delay that the server requests, because the user is waiting with a phone in hand. */
export const LONGEST_ASKED_WAIT_MS = 60 * SECOND;

/** How long the server may take to notice an expiry before the page asks for itself. */
export const EXPIRY_GRACE_MS = 2 * SECOND;

/** Polls of an overdue activation before the page treats it as expired. */
export const OVERDUE_QUESTIONS = 4;

const FIRST_BACK_OFF_MS = SECOND;
/** A server that is killed every few seconds is up for a few: whoever waits for longer misses it again and again. */
const LONGEST_BACK_OFF_MS = 5 * SECOND;
const JITTER = 0.2;

/**
 * Spreads waits by up to 20 % either way, so that pages answered at the same moment do not return at the same moment.
 */
function jitter(milliseconds: number, random: () => number): number {
  return milliseconds * (1 + JITTER * (2 * random() - 1));
}

/**
 * Exponential back-off with jitter: 1 s, 2 s, 4 s, then 5 s, and no less than the server requests.
 * @param failures in a row, from 1
 * @param retryAfterMs delay that the server requests; null when it requests none
 */
export function backOffMs(failures: number, random: () => number, retryAfterMs: number | null = null): number {
  const backOff = Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS);
  return jitter(Math.max(backOff, retryAfterMs ?? 0), random);
}

/**
 * Wait after an answer without news. A delay that the server requests is honoured. Otherwise a response that was held
 * was wait enough; after one that came early, perhaps because a proxy does not hold requests, the rest of the interval
 * is waited out.
 * @param retryAfterMs delay that the server requests
 * @param heldMs how long the response took; infinite when the server was asked not to hold it
 */
export function quietWaitMs(retryAfterMs: number | null, heldMs: number, random: () => number): number {
  if (retryAfterMs !== null) return jitter(Math.max(retryAfterMs, SHORTEST_ASKED_WAIT_MS), random);
  return heldMs >= SHORTEST_QUIET_INTERVAL_MS ? 0 : jitter(QUIET_INTERVAL_MS, random) - heldMs;
}
