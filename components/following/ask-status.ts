import type { FollowEnvironment } from './follow-environment';
import type { FollowedKind, FollowedStatus } from './followed-kind';

export type Answer<Status, Refusal> =
  | { kind: 'status'; status: Status }
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'trouble' }
  | { kind: 'no-answer' };

/** As the version that is known already: to be answered at once. No status has it. */
export const AT_ONCE = -1;

/**
 * Asks once. `trouble` is worth another try; `no-answer` means that `limitMs` ran out or that `signal` was aborted.
 * @param question.after the version that is known already, or `AT_ONCE`
 */
export async function askStatus<Status extends FollowedStatus, Refusal extends string>(
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
    return isStatus(body) && body.id === question.id ? { kind: 'status', status: body } : { kind: 'trouble' };
  } catch {
    return { kind: request.signal.aborted ? 'no-answer' : 'trouble' };
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', abort);
  }
}
