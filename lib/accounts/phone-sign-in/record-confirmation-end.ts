import { auditContext } from '../../audit/audit-context';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInPorts } from '../account-ports';
import { perPerson } from '../sign-in/limits';
import { phoneChallengeEnd } from './phone-challenge-gateway';

/**
 * Records that a confirmation ended without a proof. Call it once for each. Wrong numbers use up the budget of answers,
 * as they do for sign-ins. "It wasn't me" means that an intruder is signed in, because the request came from a session:
 * all sessions of the user end. Only the user's own phones can send it, about a request that was sent to them.
 */
export async function recordConfirmationEnd(
  { gateway, rateLimiter, sessions, audit, clock }: PhoneSignInPorts,
  id: PhoneConfirmationId,
): Promise<void> {
  const challenge = await gateway.observe(id);
  const reason = challenge && phoneChallengeEnd(challenge);
  if (!challenge || !reason) return;
  const { reader, addressee, askedFrom } = challenge;
  if (reader && reason === 'wrong-number') await rateLimiter.take([perPerson('phone-answer', reader)]);
  const phoneOwner = challenge.state === 'refused' ? reader : null;
  const context = auditContext({ kind: phoneOwner ? 'phone' : 'system' }, phoneOwner, {
    correlationId: id,
    address: askedFrom,
  });
  const instanceId = phoneOwner?.instanceId ?? null;
  await audit.append({ type: 'phone-confirmation-refused', reason, instanceId, ...context });
  if (reason !== 'not-me' || addressee === null) return;
  const { userId, domain } = addressee;
  const endedCount = await sessions.revokeAll(userId, domain, null, clock.now());
  await audit.append({ type: 'signed-out-everywhere', sessions: endedCount, ...context });
}
