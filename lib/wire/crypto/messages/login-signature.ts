import { hexFromBytes, utf8, type Bytes } from '../../../shared/bytes';
import { decimalCode } from '../decimal-code';
import { deriveKey, hmac } from '../hash';

/** As many as in an activation's signature. A challenge takes one try, which is right by chance once in 10^16. */
const SIGNATURE_DIGITS = 16;

/** What a login signature approves. */
export type SignedLogin = {
  challengeKey: string;
  instanceId: string;
  userId: string;
  domain: string;
  origin: string;
  /** The number that the user typed. */
  number: string;
};

/** The phone's answer to a login request, proof that it holds the instance key; see `provisioning-profile.ts`. */
export async function signLogin(instanceKey: Bytes, { number, ...login }: SignedLogin): Promise<string> {
  const sign = await loginSigner(instanceKey, login);
  return sign(number);
}

/** Signs several numbers with one derivation of the key. */
export async function loginSigner(
  instanceKey: Bytes,
  { challengeKey, instanceId, userId, domain, origin }: Omit<SignedLogin, 'number'>,
): Promise<(number: string) => Promise<string>> {
  const key = await deriveKey(instanceKey, 'tessera login signature');
  return (number) => {
    const message = utf8([challengeKey, instanceId, userId, domain, origin, number].join(';'));
    return decimalCode(key, message, SIGNATURE_DIGITS);
  };
}

/**
 * What the approving phone hands back to its own browser after a sign-in there, 64 hexadecimal digits: proof that the
 * browser which opens the session is the one beside the instance key. It says nothing that the gateway was sent.
 * @param login.keyHash SHA-256 of the challenge key, in hexadecimal
 */
export async function signReturn(
  instanceKey: Bytes,
  { keyHash, instanceId, origin }: Pick<SignedLogin, 'instanceId' | 'origin'> & { keyHash: string },
): Promise<string> {
  const key = await deriveKey(instanceKey, 'tessera login return');
  return hexFromBytes(await hmac('SHA-256', key, utf8([keyHash, instanceId, origin].join(';'))));
}
