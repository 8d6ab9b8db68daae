import { auditContext, noRequest } from '../../audit/audit-context';
import { perPerson } from '../../accounts/sign-in/limits';
import { phoneChallengeEnd } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import type { CallerCheckPorts } from './caller-check-ports';

/**
 * Records that a challenge to a caller's phones ended without proof. Call it once for each. Wrong numbers and "It
 * wasn't me" use up the budget of answers, as they do for sign-ins.
 */
export async function recordCallerRequestEnd(
  { phones, rateLimiter, audit }: Pick<CallerCheckPorts, 'phones' | 'rateLimiter' | 'audit'>,
  id: CallerRequestId,
): Promise<void> {
  const challenge = await phones?.observe(id);
  const reason = challenge && phoneChallengeEnd(challenge);
  if (!challenge || !reason) return;
  const { addressee, reader } = challenge;
  if (reader && (reason === 'wrong-number' || reason === 'not-me'))
    await rateLimiter.take([perPerson('caller-answer', reader)]);
  const phoneOwner = challenge.state === 'refused' ? reader : null;
  await audit.append({
    type: 'caller-not-confirmed',
    requestId: id,
    reason,
    instanceId: phoneOwner?.instanceId ?? null,
    ...auditContext({ kind: phoneOwner ? 'phone' : 'system' }, addressee, noRequest(id)),
  });
}
