import { concatBytes, utf8, type Bytes } from '../../shared/bytes';
import { constantTimeEqual } from './constant-time-equal';
import { hmac } from './hash';

export type ImageSecrets = { registrationIdentifier: string; activationPassword: string };

/**
 * A password has 46 bits. So many rounds put all of them out of reach within the five minutes of an image, for whoever
 * reads proofs; a phone and the site take some milliseconds each.
 */
const ITERATIONS = 20_000;

/**
 * Shows the website that a phone holds an image, without its activation password: HMAC-SHA-256 over a random nonce, under a
 * key that PBKDF2-SHA-256 makes of the password for this registration.
 */
export async function imageProof(
  { registrationIdentifier, activationPassword }: ImageSecrets,
  nonce: Uint8Array,
): Promise<Bytes> {
  const secret = await crypto.subtle.importKey('raw', utf8(activationPassword), 'PBKDF2', false, ['deriveBits']);
  const salt = utf8(`tessera image proof;${registrationIdentifier}`);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };
  const key = new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 256));
  return hmac('SHA-256', key, concatBytes(utf8('was this image shown;'), nonce));
}

/** In constant time. */
export async function isImageProof(proof: Uint8Array, secrets: ImageSecrets, nonce: Uint8Array): Promise<boolean> {
  return constantTimeEqual(proof, await imageProof(secrets, nonce));
}
