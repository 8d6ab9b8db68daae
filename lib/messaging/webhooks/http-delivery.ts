import { DeliveryError, type DeliveryProblem } from '../delivery-error';
import { ForbiddenAddressError, type Guard, type Posted, postGuarded, type PostAnswer } from './post-guarded';

/** HTTP statuses below 500 that are transient: timeout, too early, too many. */
const TRANSIENT_STATUSES = new Set([408, 425, 429]);

/** @throws DeliveryError if nothing answers, or the address leads where it may not */
export async function postWhereAllowed(
  guard: Guard,
  url: string,
  body: string | Uint8Array,
  posted: Posted,
): Promise<PostAnswer> {
  try {
    return await postGuarded(guard, url, body, posted);
  } catch (cause) {
    if (cause instanceof ForbiddenAddressError)
      throw new DeliveryError('refused', 'a network that is not allowed', { cause });
    throw noAnswer(cause);
  }
}

export function noAnswer(cause: unknown): DeliveryError {
  const isLate = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
  return new DeliveryError(isLate ? 'timeout' : 'unreachable', 'no answer', { cause });
}

/** @returns null where it was accepted */
export function problemOf(status: number): DeliveryProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return 'not-authorised';
  return status >= 500 || TRANSIENT_STATUSES.has(status) ? 'deferred' : 'refused';
}
