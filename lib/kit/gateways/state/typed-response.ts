import { signLogin, type SignedLogin } from '../../../wire/crypto/messages/login-signature';
import type { Bytes } from '../../../shared/bytes';

/** Digits that a device shows; the vendor's number is the application's, which nobody publishes. */
const DIGITS = 8;

/** What a device shows for a Secure Channel message, and its server expects. The computation is ours: the vendor's is not published. */
export async function typedResponse(
  instanceKey: Bytes,
  { challengeKey, instanceId, userId, domain }: Omit<SignedLogin, 'origin' | 'number'>,
): Promise<string> {
  const login = { challengeKey, instanceId, userId, domain, origin: '', number: 'typed' };
  return (await signLogin(instanceKey, login)).slice(-DIGITS);
}
