import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Hold } from '../../shared/changes/follow-changes';
import { type PhoneChallenge, followPhoneChallenge, type PhoneRefusal } from './phone-challenge-gateway';
import { phoneSignInIdOf, type BrowserSecret, type PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../access-ports';

/**
 * Waits until the challenge of the asking browser is past version `after`, or the wait is called off.
 * @param secret what the browser proves itself with
 * @param id the challenge that its page shows; another one of the same browser is none of that page's business
 * @returns null for a challenge that is another browser's or does not exist
 */
export async function followPhoneSignIn(
  { gateway, sha256 }: Pick<PhoneSignInPorts, 'gateway' | 'sha256'>,
  changeFeed: ChangeFeed,
  { secret, id, after }: { secret: BrowserSecret; id: string; after: number },
  hold: Hold,
): Promise<{ id: PhoneSignInId; challenge: PhoneChallenge } | null> {
  const own = await phoneSignInIdOf(secret, sha256);
  if (own !== id) return null;
  const challenge = await followPhoneChallenge(gateway, changeFeed, { id: own, after, holder: own }, hold);
  return challenge && { id: own, challenge };
}

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
