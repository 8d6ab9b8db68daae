import type { UserKey } from '../../shared/identifiers/user-key';
import { auditContext } from '../../audit/audit-context';
import { accept, refuse, type Result } from '../../shared/result';
import type { RequestOrigin } from '../../shared/request-origin';
import { fromBrowser, openSession } from '../sessions/open-session';
import type { KnownBrowserId } from '../sign-in/known-networks';
import { perClaimedPerson, perNetwork, perPerson } from '../sign-in/limits';
import { everyMayVouch } from './every-may-vouch';
import type { PhoneOwner } from './phone-challenge-gateway';
import { phoneSignInIdOf, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { rememberNetwork } from '../sign-in/sign-in';
import { imageBudgets } from './start-phone-sign-in';

export type PhoneSignInRefusal = 'not-approved' | 'device-not-usable' | 'too-many-attempts' | 'no-account';

/**
 * Opens the session that a phone approved, once, and only in the browser that created the challenge.
 * @param secret the browser's secret; null if it has none
 * @param browser the known browser; see `startPhoneSignIn`
 * @param isKnownTo whether an account has signed in with the browser before
 * @param returned see `PhoneChallengeGateway.redeem`
 */
export async function finishPhoneSignIn(
  ports: PhoneSignInPorts,
  secret: BrowserSecret | null,
  origin: RequestOrigin,
  browser: KnownBrowserId | null = null,
  isKnownTo: (user: UserKey) => boolean = () => browser !== null,
  returned: string | null = null,
): Promise<Result<SignedIn, PhoneSignInRefusal>> {
  const recordRefusal = async (reason: PhoneSignInRefusal, owner: PhoneOwner | null) => {
    const context = auditContext({ kind: 'anonymous' }, owner, origin);
    const instanceId = owner?.instanceId ?? null;
    await ports.audit.append({ type: 'phone-sign-in-refused', reason, instanceId, ...context });
    return refuse(reason);
  };

  const notApproved = async () => {
    // Only unapproved requests count, so that an approved one passes however many others the network sends.
    const over = await ports.rateLimiter.take(perNetwork('unapproved-session', origin));
    if (over && !over.isFirst) return refuse('too-many-attempts');
    return recordRefusal(over ? 'too-many-attempts' : 'not-approved', null);
  };
  if (secret === null) return notApproved();
  const id = await phoneSignInIdOf(secret);
  const challenge = await ports.gateway.observe(id);
  if (!challenge?.reader) return notApproved();
  const { reader, openedAt } = challenge;
  const epoch = await ports.sessions.epochOf(reader);
  // Ending all of a user's sessions also revokes what was approved before.
  if (epoch.endedAt && epoch.endedAt >= openedAt) return recordRefusal('not-approved', reader);
  const redeemed = await ports.gateway.redeem(id, returned);
  // An unusable device has ended the challenge, which the gateway's event recorded.
  if (!redeemed.ok) return redeemed.refusal === 'not-approved' ? notApproved() : redeemed;

  const owner = redeemed.value;
  const answers = perPerson('phone-answer', owner);
  const over = await ports.rateLimiter.take([answers]);
  if (over) return over.isFirst ? recordRefusal('too-many-attempts', owner) : refuse('too-many-attempts');
  const user = await ports.users.find(owner.userId, owner.domain);
  if (user?.bar !== null) return recordRefusal('no-account', owner);
  await ports.rateLimiter.reset([answers, ...perClaimedPerson('sent-sign-in', owner, origin)]);
  await ports.rateLimiter.giveBack(imageBudgets(browser, origin));
  const about = { instanceId: owner.instanceId, ...fromBrowser(origin, epoch, isKnownTo(user)) };
  const fact = { type: 'phone-sign-in-succeeded', ...about } as const;
  const proof = (await everyMayVouch(ports.devices, owner)) ? 'device' : 'new-device';
  const signedIn = await openSession(ports, user, fact, origin, epoch, null, { [proof]: ports.clock.now() });
  if (!signedIn) return recordRefusal('not-approved', owner);
  await rememberNetwork(ports, user, origin);
  return accept(signedIn);
}
