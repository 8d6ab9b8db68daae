import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Hold } from '../../shared/changes/follow-changes';
import { followPhoneChallenge } from './follow-phone-challenge';
import type { PhoneChallenge } from './phone-challenge-gateway';
import { phoneSignInIdOf, type BrowserSecret, type PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';

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
