import { perPerson } from './limits';
import { phoneChallengeEnd } from './phone-challenge-end';
import type { PhoneSignInId } from './phone-sign-in-id';
import type { PhoneSignInPorts } from './phone-sign-in-ports';

/**
 * Records that a phone sign-in has ended without a session. To be called once for each, by whatever sees it end.
 *
 * Wrong numbers and reports of "that wasn't me" come from the phone itself, proved with its key, and count against further
 * tries. Nothing that anybody else can bring about does: it would lock the phone's owner out.
 */
export async function recordPhoneSignInEnd(ports: PhoneSignInPorts, id: PhoneSignInId): Promise<void> {
  const challenge = await ports.gateway.observe(id);
  const reason = challenge && phoneChallengeEnd(challenge);
  if (!challenge || !reason) return;
  const { reader, askedFrom } = challenge;
  if (reader && (reason === 'wrong-number' || reason === 'not-me'))
    await ports.rateLimiter.take([perPerson('phone-answer', reader)]);
  // Who has read it and not answered has not said anything.
  const known = challenge.state === 'refused' ? reader : null;
  await ports.audit.append({
    type: 'phone-sign-in-refused',
    reason,
    instanceId: known?.instanceId ?? null,
    actor: { kind: known ? 'phone' : 'system' },
    subject: known && { userId: known.userId, domain: known.domain },
    correlationId: id,
    address: askedFrom,
  });
}
