import { SECOND } from '@/lib/shared/time/duration';
import type { FollowEnvironment } from './follow-environment';
import { isUnchangedStatus, type FollowedKind, type FollowedStatus, type UnchangedStatus } from './followed-kind';
import { LONGEST_ASKED_WAIT_MS } from './poll-timing';

export type Answer<Status, Refusal> =
  | { kind: 'status'; status: Status }
  | ({ kind: 'unchanged' } & UnchangedStatus)
  | { kind: 'refused'; reason: Refusal }
  /** @property retryAfterMs delay that an overloaded server requests; null when it requests none */
  | { kind: 'trouble'; retryAfterMs: number | null }
  | { kind: 'no-answer' };

/** In place of a known version: makes the server answer at once. No status has this version. */
export const AT_ONCE = -1;

/**
 * Sends one long poll. `trouble` is worth a retry; `no-answer` means that `limitMs` ran out or that `signal` was
 * aborted.
 * @param question.after the version that is known already, or `AT_ONCE`
 */
export async function fetchStatus<Status extends FollowedStatus, Refusal extends string>(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer'>,
  { address, refusals, isStatus }: FollowedKind<Status, Refusal>,
  question: { id: string; after: number; limitMs: number },
  signal: AbortSignal,
): Promise<Answer<Status, Refusal>> {
  const request = new AbortController();
  const abort = (): void => request.abort();
  signal.addEventListener('abort', abort, { once: true });
  const cancelTimer = environment.setTimer(abort, question.limitMs);
  try {
    const response = await environment.fetch(`${address(question.id)}?after=${question.after}`, request.signal);
    const reason = refusals[response.status];
    if (reason !== undefined) return { kind: 'refused', reason };
    const body: unknown = response.ok ? await response.json() : null;
    if (isUnchangedStatus(body) && body.id === question.id) return { kind: 'unchanged', ...body };
    if (isStatus(body) && body.id === question.id) return { kind: 'status', status: body };
    return { kind: 'trouble', retryAfterMs: retryAfterMs(response) };
  } catch {
    return request.signal.aborted ? { kind: 'no-answer' } : { kind: 'trouble', retryAfterMs: null };
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', abort);
  }
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3). The other form, a date, would need the server's clock. */
function retryAfterMs({ headers }: Response): number | null {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * SECOND, LONGEST_ASKED_WAIT_MS) : null;
}
