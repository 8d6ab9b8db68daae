import { auditContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import { perNetwork, perObject, perPerson } from '../sign-in/limits';
import { openPhoneSignIn, type OpenedPhoneSignIn } from './open-phone-sign-in';
import type { SentPhoneChallenge } from './phone-challenge-gateway';
import type { PhoneSignInPorts } from '../account-ports';
import type { AskingPhone } from './start-phone-sign-in';
import { shortUserId } from '../users/user';

export type SentPhoneSignIn = SentPhoneChallenge & OpenedPhoneSignIn;

/**
 * Sends a challenge to the phones of the typed user ID, instead of showing an image. The response, and the work for it,
 * are the same if the user has no phone or does not exist. Limited, so that no one's phone can be made to ring on and
 * on.
 * @param asking.previous see `openPhoneSignIn`
 * @param asking.browser in words
 */
export async function sendPhoneSignIn(
  ports: PhoneSignInPorts,
  asking: AskingPhone & { typedUserId: string },
  origin: RequestOrigin,
): Promise<Result<SentPhoneSignIn, 'too-many-attempts'>> {
  const { users, gateway, rateLimiter, audit, settings } = ports;
  const { domain } = settings;
  const claimedUserId = shortUserId(asking.typedUserId);
  const { knownBrowser } = asking;
  const budgets =
    knownBrowser === null
      ? [...perNetwork('sent-sign-in', origin), perPerson('sent-sign-in', { userId: claimedUserId, domain })]
      : [perObject('sent-sign-in-of-known-browser', knownBrowser)];
  if (await rateLimiter.take(budgets)) return refuse('too-many-attempts');

  const user = await users.find(claimedUserId, domain);
  const addressee = { userId: user?.userId ?? claimedUserId, domain };
  const from = { address: origin.address, browser: asking.browser };
  const openedPhoneChallenge = await openPhoneSignIn(ports, asking.previous, (id) => gateway.send(id, from, addressee));
  const context = auditContext({ kind: 'anonymous' }, user && addressee, origin);
  await audit.append({ type: 'phone-sign-in-sent', claimedUserId, ...context });
  return accept(openedPhoneChallenge);
}
