import { auditContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import { perClaimedPersonInAll, perPerson } from '../sign-in/limits';
import { phoneChallengeEnd } from './phone-challenge-gateway';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '../account-ports';

/**
 * Records that a phone sign-in ended without a session. Call it once for each.
 *
 * Wrong numbers use up the user's budget, because the phone proved its key. Ends that an attacker can cause do not, or
 * they would lock the user out. "It wasn't me" stops unknown browsers from sending more, and does not limit the user.
 */
export async function recordPhoneSignInEnd(ports: PhoneSignInPorts, id: PhoneSignInId): Promise<void> {
  const challenge = await ports.gateway.observe(id);
  const reason = challenge && phoneChallengeEnd(challenge);
  if (!challenge || !reason) return;
  const { reader, addressee, askedFrom } = challenge;
  if (reader && reason === 'wrong-number') await ports.rateLimiter.take([perPerson('phone-answer', reader)]);
  if (addressee && reason === 'not-me') await stopSending(ports, addressee);
  // A phone that read the challenge without answering is not recorded.
  const phoneOwner = challenge.state === 'refused' ? reader : null;
  await ports.audit.append({
    type: 'phone-sign-in-refused',
    reason,
    instanceId: phoneOwner?.instanceId ?? null,
    ...auditContext({ kind: phoneOwner ? 'phone' : 'system' }, phoneOwner, { correlationId: id, address: askedFrom }),
  });
}

/** Uses up the budget of sign-ins that unknown browsers send to the user. */
async function stopSending({ rateLimiter }: PhoneSignInPorts, person: UserKey): Promise<void> {
  const budget = perClaimedPersonInAll('sent-sign-in', person);
  for (let left = budget.attempts; left > 0; left--) await rateLimiter.take([budget]);
}
