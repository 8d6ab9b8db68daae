import type { RequestOrigin } from '../../shared/request-origin';
import { perPerson } from '../../accounts/sign-in/limits';
import type { PhoneOwner } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { User } from '../../accounts/users/user';
import {
  callerRequestIdOf,
  type CallerRequestId,
  type CallerRequestKey,
} from '../../shared/identifiers/caller-request-id';
import type { HelpdeskPorts } from '../helpdesk-ports';
import { actorOf } from '../staff';

/** A phone has said that it is its person who calls. */
export type CallerConfirmation = { id: CallerRequestId; owner: PhoneOwner };

/** Looks it up without using it. @returns null when no phone has confirmed what this member of staff asked */
export async function findConfirmation(
  { phones, sha256 }: Pick<HelpdeskPorts, 'phones' | 'sha256'>,
  agent: User,
  key: CallerRequestKey,
): Promise<CallerConfirmation | null> {
  const id = await callerRequestIdOf(key, agent, sha256);
  const challenge = await phones?.observe(id);
  return challenge?.state === 'approved' && challenge.reader ? { id, owner: challenge.reader } : null;
}

/** Uses it, once, while the device is still usable. @returns why it proves nothing; null when it does */
export async function spendConfirmation(
  { phones, rateLimiter, audit }: Pick<HelpdeskPorts, 'phones' | 'rateLimiter' | 'audit'>,
  agent: User,
  { id, owner }: CallerConfirmation,
  origin: RequestOrigin,
): Promise<'caller-not-confirmed' | 'phone-answered-too-often' | null> {
  const answers = perPerson('caller-answer', owner);
  if (await rateLimiter.take([answers])) return 'phone-answered-too-often';
  const redeemed = await phones?.redeem(id);
  if (!redeemed?.ok) return 'caller-not-confirmed';
  await rateLimiter.reset([answers, perPerson('caller-request', owner)]);
  const { userId, domain, instanceId } = redeemed.value;
  const about = { actor: actorOf(agent), subject: { userId, domain }, ...origin };
  await audit.append({ type: 'caller-confirmed', requestId: id, instanceId, ...about });
  return null;
}
