import type { ActivationStatus } from '@/lib/activation/activation-status';
import type { FollowEnvironment } from './follow-environment';

export type Answer =
  | { kind: 'status'; status: ActivationStatus }
  | { kind: 'refused'; reason: 'signed-out' | 'not-available' }
  | { kind: 'trouble' }
  | { kind: 'no-answer' };

/**
 * Asks once. `trouble` is worth another try; `no-answer` means that `limitMs` ran out or that `signal` was aborted.
 * @param after the version that is known already; 0 to be answered at once
 */
export async function askStatus(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer'>,
  question: { id: string; after: number; limitMs: number },
  signal: AbortSignal,
): Promise<Answer> {
  const request = new AbortController();
  const abort = (): void => request.abort();
  signal.addEventListener('abort', abort, { once: true });
  const cancelTimer = environment.setTimer(abort, question.limitMs);
  try {
    const address = `/api/activations/${encodeURIComponent(question.id)}/status?after=${question.after}`;
    const response = await environment.fetch(address, request.signal);
    if (response.status === 401) return { kind: 'refused', reason: 'signed-out' };
    if (response.status === 403 || response.status === 404) return { kind: 'refused', reason: 'not-available' };
    const body: unknown = response.ok ? await response.json() : null;
    return isActivationStatus(body) && body.id === question.id ? { kind: 'status', status: body } : { kind: 'trouble' };
  } catch {
    return { kind: request.signal.aborted ? 'no-answer' : 'trouble' };
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', abort);
  }
}

/** Tells our server's answer from whatever a proxy or a captive portal may put in its place. */
export function isActivationStatus(body: unknown): body is ActivationStatus {
  if (typeof body !== 'object' || body === null) return false;
  const { id, version, state, serverTime } = body as Partial<Record<string, unknown>>;
  return (
    typeof id === 'string' && typeof version === 'number' && typeof state === 'string' && typeof serverTime === 'string'
  );
}
