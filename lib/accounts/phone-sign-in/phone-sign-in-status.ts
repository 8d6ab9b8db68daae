import type { PhoneChallenge, PhoneRefusal } from './phone-challenge-gateway';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';

/** What the page of the asking browser may know: never whose phone it is, before the session is open. Times in ISO 8601. */
export type PhoneSignInStatus = {
  id: PhoneSignInId;
  version: number;
  state: PhoneChallenge['state'];
  reason: PhoneRefusal | null;
  expiresAt: string;
  serverTime: string;
  /** Milliseconds to wait before asking again; null when the next question may be asked at once. */
  retryAfterMs: number | null;
};

export function describePhoneSignIn(
  id: PhoneSignInId,
  { version, state, reason, expiresAt }: Pick<PhoneChallenge, 'version' | 'state' | 'reason' | 'expiresAt'>,
  now: Date,
): PhoneSignInStatus {
  const times = { expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  return { id, version, state, reason, ...times, retryAfterMs: null };
}
