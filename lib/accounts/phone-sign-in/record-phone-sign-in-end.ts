import { auditContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import { perPerson } from '../sign-in/limits';
import { phoneChallengeEnd } from './phone-challenge-gateway';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../access-ports';

/**
 * Records that a phone sign-in has ended without a session. To be called once for each, by whatever sees it end.
 *
 * Wrong numbers come from the phone itself, proved with its key, and count against further tries. What anybody could bring
 * about does not: it would lock the phone's owner out. So "that wasn't me" keeps strangers from asking again, and the owner
 * from nothing.
 */
export async function recordPhoneSignInEnd(ports: PhoneSignInPorts, id: PhoneSignInId): Promise<void> {
  const challenge = await ports.gateway.observe(id);
  const reason = challenge && phoneChallengeEnd(challenge);
  if (!challenge || !reason) return;
  const { reader, addressee, askedFrom } = challenge;
  if (reader && reason === 'wrong-number') await ports.rateLimiter.take([perPerson('phone-answer', reader)]);
  if (addressee && reason === 'not-me') await stopSending(ports, addressee);
  // Who has read it and not answered has not said anything.
  const known = challenge.state === 'refused' ? reader : null;
  await ports.audit.append({
    type: 'phone-sign-in-refused',
    reason,
    instanceId: known?.instanceId ?? null,
    ...auditContext({ kind: known ? 'phone' : 'system' }, known, { correlationId: id, address: askedFrom }),
  });
}

/** Uses up what browsers that are not known may send to the person. */
async function stopSending({ rateLimiter }: PhoneSignInPorts, person: UserKey): Promise<void> {
  const budget = perPerson('sent-sign-in', person);
  for (let left = budget.attempts; left > 0; left--) await rateLimiter.take([budget]);
}
