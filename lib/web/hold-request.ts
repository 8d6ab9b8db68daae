import 'server-only';
import type { NextRequest } from 'next/server';
import { services, type Services } from '../services';
import { SECOND } from '../shared/duration';

/** How long a question is held while nothing moves: below the 30 s after which proxies lose patience. */
const HOLD_MS = 25 * SECOND;

/** What a page is told to wait when this process holds as many as it may; half of it is left to chance. */
const FULL_COME_BACK_MS = 10 * SECOND;

/** What a page is told to wait that is answered because this process stops: another one is there, or soon will be. */
const STOPPED_COME_BACK_MS = 2 * SECOND;

/** Whose question it is. */
type Holding = {
  /** Those that wait already; pages when left out. */
  among?: Services['waitingPages'];
  /** Who waits, where each may hold one question only. */
  holder?: string;
};

/**
 * Holds a page's question until there is something to answer, or it is time to answer all the same.
 * @param wait resolves at once when its signal is aborted, as it is from the start where no more pages may wait
 * @returns what it resolved with, and when the page should come back if it was not allowed to wait until now; else null
 */
export async function holdRequest<Answer>(
  request: NextRequest,
  wait: (until: AbortSignal) => Promise<Answer>,
  { among, holder }: Holding = {},
): Promise<{ answer: Answer; retryAfterMs: number | null }> {
  const waiting = among ?? (await services()).waitingPages;
  const place = waiting.enter(holder);
  const until = place ?? new AbortController();
  if (!place) until.abort();
  const leave = () => until.abort();
  request.signal.addEventListener('abort', leave);
  const timer = setTimeout(leave, HOLD_MS);
  try {
    const answer = await wait(until.signal);
    if (waiting.isDraining) return { answer, retryAfterMs: halfByChance(STOPPED_COME_BACK_MS) };
    return { answer, retryAfterMs: place ? null : halfByChance(FULL_COME_BACK_MS) };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', leave);
    if (place) waiting.leave(place, holder);
  }
}

function halfByChance(milliseconds: number): number {
  return milliseconds / 2 + Math.random() * (milliseconds / 2);
}
