import { ownContext } from '../../audit/audit-context';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Hold } from '../../shared/changes/follow-changes';
import {
  generatePhoneConfirmationKey,
  phoneConfirmationIdOf,
  type PhoneConfirmationKey,
} from '../../shared/identifiers/phone-confirmation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { PhoneSignInPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { perPerson } from '../sign-in/limits';
import {
  followPhoneChallenge,
  type ConfirmedPurpose,
  type PhoneChallenge,
  type SentPhoneChallenge,
  type ShownToPhone,
} from './phone-challenge-gateway';

/** @property image null if the request was sent to the user's phones instead */
export type AskedConfirmation = SentPhoneChallenge & {
  image: ShownToPhone | null;
  key: PhoneConfirmationKey;
};

/**
 * Asks the signed-in user to confirm with their phone what this session is about to do. Limited per user, so that a
 * stranger in a session cannot make their phone ring until they give in (MFA fatigue).
 * @param asking.way `message` notifies all phones of the user; `image` is read by the one at hand, where the gateway makes one
 * @param asking.browser in words
 * @param asking.password of the user, where the gateway wants it
 */
export async function requestConfirmation(
  { gateway, rateLimiter, random, audit }: PhoneSignInPorts,
  { session, user }: SignedIn,
  {
    way,
    purpose,
    browser,
    password,
  }: { way: 'image' | 'message'; purpose: ConfirmedPurpose; browser: string; password?: string | undefined },
  origin: RequestOrigin,
): Promise<Result<AskedConfirmation, 'too-many-attempts'>> {
  if (await rateLimiter.take([perPerson('phone-confirmation', user)])) return refuse('too-many-attempts');
  const key = generatePhoneConfirmationKey(random);
  const id = await phoneConfirmationIdOf(key, session.id);
  const asking = { address: origin.address, browser, purpose };
  const { userId, domain } = user;
  const person = { userId, domain, ...(gateway.capabilities.wantsPassword && { password: password ?? '' }) };
  const openImage = gateway.open ?? gateway.openFor;
  const image = way === 'image' && openImage ? await openImage.call(gateway, id, asking, person) : null;
  const { number, expiresAt } = image ?? (await gateway.send(id, asking, person));
  await audit.append({ type: 'phone-confirmation-requested', ...ownContext(user, origin) });
  return accept({ number, expiresAt, image, key });
}

/** Cancels the session's own request; a phone that has read it can no longer answer. */
export async function cancelConfirmation(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  { session }: SignedIn,
  key: PhoneConfirmationKey,
): Promise<void> {
  await gateway.cancel(await phoneConfirmationIdOf(key, session.id));
}

/**
 * Long-polls the session's own request until it is past version `after`, or `hold` ends the wait.
 * @returns null for another session's request, or one that does not exist
 */
export async function followConfirmation(
  { gateway }: Pick<PhoneSignInPorts, 'gateway'>,
  changeFeed: ChangeFeed,
  { session }: SignedIn,
  { key, after }: { key: PhoneConfirmationKey; after: number },
  hold: Hold,
): Promise<PhoneChallenge | null> {
  const id = await phoneConfirmationIdOf(key, session.id);
  return followPhoneChallenge(gateway, changeFeed, { id, after, holder: session.id }, hold);
}
