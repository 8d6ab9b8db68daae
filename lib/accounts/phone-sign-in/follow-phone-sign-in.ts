import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Hold } from '../../shared/changes/follow-changes';
import { type PhoneChallenge, followPhoneChallenge, type PhoneRefusal } from './phone-challenge-gateway';
import { phoneSignInIdOf, type BrowserSecret, type PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneConfirmationKey } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInPorts } from '../account-ports';

/**
 * Long-polls the browser's challenge until it is past version `after`, or `hold` ends the wait.
 * @param secret the browser's
 * @param id the challenge that the page shows; only the browser's current one is followed
 * @returns null for another browser's challenge, or one that does not exist
 */
export async function followPhoneSignIn(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  changeFeed: ChangeFeed,
  { secret, id, after }: { secret: BrowserSecret; id: string; after: number },
  hold: Hold,
): Promise<{ id: PhoneSignInId; challenge: PhoneChallenge } | null> {
  const own = await phoneSignInIdOf(secret);
  if (own !== id) return null;
  const challenge = await followPhoneChallenge(gateway, changeFeed, { id: own, after, holder: own }, hold);
  return challenge && { id: own, challenge };
}

/** Whether a browser has started a sign-in, and no phone has read it yet. @param secret the browser's */
export async function isOwnPhoneSignIn(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  secret: BrowserSecret,
  id: string,
): Promise<boolean> {
  const own = await phoneSignInIdOf(secret);
  return own === id && (await gateway.observe(own))?.state === 'waiting';
}

/** Identifies a challenge to the page that follows it. */
type FollowedId = PhoneSignInId | PhoneConfirmationKey;

/** What the browser's page may know: never the owner of the phone before the session is open. Times are ISO 8601. */
export type PhoneSignInStatus = {
  id: FollowedId;
  version: number;
  state: PhoneChallenge['state'];
  reason: PhoneRefusal | null;
  expiresAt: string;
  serverTime: string;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

export function describePhoneSignIn(
  id: FollowedId,
  { version, state, reason, expiresAt }: Pick<PhoneChallenge, 'version' | 'state' | 'reason' | 'expiresAt'>,
  now: Date,
): PhoneSignInStatus {
  const times = { expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  return { id, version, state, reason, ...times, retryAfterMs: null };
}
