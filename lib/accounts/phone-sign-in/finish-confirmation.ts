import { ownContext } from '../../audit/audit-context';
import { phoneConfirmationIdOf, type PhoneConfirmationKey } from '../../shared/identifiers/phone-confirmation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { PhoneSignInPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';
import { perPerson } from '../sign-in/limits';
import { everyMayVouch } from './every-may-vouch';

/**
 * `other-person`: the image was read by another user's phone. `on-probation`: the device is the user's, but may not
 * vouch yet.
 */
export type ConfirmationRefusal =
  | 'not-approved'
  | 'device-not-usable'
  | 'other-person'
  | 'on-probation'
  | 'too-many-attempts';

/**
 * Counts a phone's approval as a proof of the running session, once, and only if it was given by a device of the
 * session's own user that may vouch, which is returned. No key leaves the old device: the new one is activated like any other.
 */
export async function finishConfirmation(
  ports: PhoneSignInPorts,
  { session, user }: SignedIn,
  key: PhoneConfirmationKey,
  origin: RequestOrigin,
): Promise<Result<{ instanceId: string }, ConfirmationRefusal>> {
  const context = ownContext(user, origin);
  const recordRefusal = async (reason: ConfirmationRefusal, instanceId: string | null) => {
    await ports.audit.append({ type: 'phone-confirmation-refused', reason, instanceId, ...context });
    return refuse(reason);
  };
  const redeemed = await ports.gateway.redeem(await phoneConfirmationIdOf(key, session.id));
  // An unusable device has ended the challenge, which the gateway's event recorded.
  if (!redeemed.ok) return redeemed.refusal === 'not-approved' ? recordRefusal('not-approved', null) : redeemed;
  const { userId, domain, instanceId } = redeemed.value;
  // The owner of another phone is not revealed to the user, nor in the user's activity.
  if (userId !== user.userId || domain !== user.domain) return recordRefusal('other-person', null);
  const answers = perPerson('phone-answer', user);
  if (await ports.rateLimiter.take([answers])) return recordRefusal('too-many-attempts', instanceId);
  if (!(await everyMayVouch(ports.devices, redeemed.value))) return recordRefusal('on-probation', instanceId);
  await ports.rateLimiter.reset([answers, perPerson('phone-confirmation', user)]);
  await ports.sessions.prove(session.id, 'device', ports.clock.now());
  await ports.audit.append({ type: 'proof-given', proof: 'device', ...context });
  return accept({ instanceId });
}
