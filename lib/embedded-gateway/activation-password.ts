import { deriveKey } from '../crypto/derive-key';
import { ACTIVATION_PASSWORD_LENGTH, CREDENTIAL_ALPHABET } from '../crypto/provisioning-profile';
import { utf8 } from '../shared/bytes';
import { randomText, type Random } from '../shared/random';

/**
 * The activation password of a registration. It is derived instead of drawn, so that a request repeated after a crash
 * gets the same credentials although they are stored nowhere.
 * @param backEndKey at least 32 random bytes in hexadecimal, known to the server alone
 */
export async function deriveActivationPassword(backEndKey: string, registrationIdentifier: string): Promise<string> {
  const derived = await deriveKey(utf8(backEndKey), `tessera activation password ${registrationIdentifier}`);
  let offset = 0;
  const stream: Random = {
    bytes(length) {
      // 32 bytes hold eight characters of the alphabet in all but one of about 10^17 cases.
      if (offset + length > derived.length) throw new RangeError('the derived bytes are used up');
      offset += length;
      return derived.slice(offset - length, offset);
    },
  };
  return randomText(stream, CREDENTIAL_ALPHABET, ACTIVATION_PASSWORD_LENGTH);
}
