import { auditContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import { perClaimedPerson, perNetwork, perObject } from '../sign-in/limits';
import { openPhoneSignIn, type OpenedPhoneSignIn } from './open-phone-sign-in';
import type { SentPhoneChallenge, ShownToPhone } from './phone-challenge-gateway';
import type { PhoneSignInPorts } from '../account-ports';
import type { AskingPhone } from './start-phone-sign-in';
import { shortUserId } from '../users/user';

/** @property image null where it was sent instead */
export type SentPhoneSignIn = SentPhoneChallenge & OpenedPhoneSignIn & { image: ShownToPhone | null };

/**
 * Sends a challenge to the phones of the typed user ID, or makes an image that only they can answer. The response, and the work
 * for it, are the same if the user has no phone or does not exist. Limited, so that no one's phone can be made to ring on
 * and on. `no-image`: the gateway makes none for a user who is named.
 * @param asking.previous see `openPhoneSignIn`
 * @param asking.browser in words
 * @param asking.typedPassword where the gateway wants it
 */
export async function sendPhoneSignIn(
  ports: PhoneSignInPorts,
  asking: AskingPhone & { typedUserId: string; typedPassword?: string | undefined; way?: 'image' | 'message' },
  origin: RequestOrigin,
): Promise<Result<SentPhoneSignIn, 'too-many-attempts' | 'no-image'>> {
  const { users, gateway, rateLimiter, audit, settings } = ports;
  const { domain } = settings;
  const makesImage = asking.way === 'image';
  if (makesImage && !gateway.openFor) return refuse('no-image');
  const claimedUserId = shortUserId(asking.typedUserId);
  const { knownBrowser } = asking;
  const budgets =
    knownBrowser === null
      ? [
          ...perNetwork('sent-sign-in', origin),
          ...perClaimedPerson('sent-sign-in', { userId: claimedUserId, domain }, origin),
        ]
      : [perObject('sent-sign-in-of-known-browser', knownBrowser)];
  if (await rateLimiter.take(budgets)) return refuse('too-many-attempts');

  const user = await users.find(claimedUserId, domain);
  const addressee = { userId: user?.userId ?? claimedUserId, domain };
  const from = { address: origin.address, browser: asking.browser };
  const password = gateway.capabilities.wantsPassword ? (asking.typedPassword ?? '') : undefined;
  const person = { ...addressee, ...(password !== undefined && { password }) };
  const openedPhoneChallenge = await openPhoneSignIn(ports, asking.previous, async (id) => {
    const image = makesImage && gateway.openFor ? await gateway.openFor(id, from, person) : null;
    const { number, expiresAt } = image ?? (await gateway.send(id, from, person));
    return { number, expiresAt, image };
  });
  const context = auditContext({ kind: 'anonymous' }, user && addressee, origin);
  await audit.append({ type: 'phone-sign-in-sent', claimedUserId, ...context });
  return accept(openedPhoneChallenge);
}
