import type { PhoneSignInStatus } from '@/lib/access/phone-sign-in-status';
import type { FollowEnvironment } from '@/components/activation/follow-environment';

export type PhoneSignInAnswer =
  | { kind: 'status'; status: PhoneSignInStatus }
  /** The browser has no such challenge, or has another one by now. */
  | { kind: 'gone' }
  | { kind: 'trouble' }
  | { kind: 'no-answer' };

/**
 * Asks once how far the sign-in is. `trouble` is worth another try; `no-answer` means that `limitMs` ran out or that
 * `signal` was aborted.
 * @param question.after the version that is known already; -1 to be answered at once
 */
export async function askPhoneSignIn(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer'>,
  question: { id: string; after: number; limitMs: number },
  signal: AbortSignal,
): Promise<PhoneSignInAnswer> {
  const request = new AbortController();
  const abort = (): void => request.abort();
  signal.addEventListener('abort', abort, { once: true });
  const cancelTimer = environment.setTimer(abort, question.limitMs);
  try {
    const address = `/api/phone-sign-in/${encodeURIComponent(question.id)}/status?after=${question.after}`;
    const response = await environment.fetch(address, request.signal);
    if (response.status === 404) return { kind: 'gone' };
    const body: unknown = response.ok ? await response.json() : null;
    return isStatus(body) && body.id === question.id ? { kind: 'status', status: body } : { kind: 'trouble' };
  } catch {
    return { kind: request.signal.aborted ? 'no-answer' : 'trouble' };
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', abort);
  }
}

/** Tells our server's answer from whatever a proxy or a captive portal may put in its place. */
function isStatus(body: unknown): body is PhoneSignInStatus {
  if (typeof body !== 'object' || body === null) return false;
  const { id, version, state, expiresAt, serverTime } = body as Partial<Record<string, unknown>>;
  const texts = [id, state, expiresAt, serverTime];
  return typeof version === 'number' && texts.every((text) => typeof text === 'string');
}
