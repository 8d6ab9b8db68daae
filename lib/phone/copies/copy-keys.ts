import { deriveKey } from '../../wire/crypto/hash';
import { concatBytes, hexFromBytes, textFromUtf8, utf8, bytesFromHex, type Bytes } from '../../shared/bytes';
import { parseJsonObject } from '../../shared/json-object';
import { accept, refuse, type Result } from '../../shared/result';

/** What an account needs to work again, besides what is chosen anew in the browser that it comes back to. */
export type CopiedAccount = {
  instanceKey: Bytes;
  userId: string;
  domain: string;
  name: string;
  /** ISO 8601, by the phone's clock. */
  activatedAt: string;
  pinMinimumLength: number;
  pinMaximumLength: number;
  offersNotifications: boolean;
};

/** What passkey and PIN make together. @property verifier 32 bytes that the gateway has too; see `copy-proof.ts` */
export type CopyKeys = { encryption: Bytes; verifier: Bytes };

/** As under the PIN on the phone: OWASP's recommendation for PBKDF2-HMAC-SHA-256. */
const ITERATIONS = 600_000;
const IV_BYTES = 12;

/**
 * Derives the keys of a copy. The PIN has its own salt, which only the passkey gives, and neither of the two is of use alone:
 * without the passkey's 32 bytes no PIN can be tried, and with them each try costs 600,000 rounds, or one of five at the
 * gateway.
 * @param secret the passkey's, 32 bytes
 */
export async function copyKeys(secret: Bytes, pin: string): Promise<CopyKeys> {
  const salt = await deriveKey(secret, 'tessera copy PIN salt');
  const imported = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };
  const ofPin = new Uint8Array(await crypto.subtle.deriveBits(parameters, imported, 256));
  const both = concatBytes(secret, ofPin);
  return {
    encryption: await deriveKey(both, 'tessera copy encryption'),
    verifier: await deriveKey(both, 'tessera copy verifier'),
  };
}

/** Encrypts with AES-256-GCM: 12 random bytes, then the ciphertext. */
export async function sealCopy({ encryption }: CopyKeys, instanceId: string, account: CopiedAccount): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await crypto.subtle.importKey('raw', encryption, 'AES-GCM', false, ['encrypt']);
  const text = JSON.stringify({ ...account, instanceKey: hexFromBytes(account.instanceKey) });
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(instanceId) };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, utf8(text))));
}

/** A copy of another device, and one that was altered, look like a wrong key. */
export async function openCopy(
  { encryption }: CopyKeys,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<CopiedAccount, 'not-opened'>> {
  try {
    const key = await crypto.subtle.importKey('raw', encryption, 'AES-GCM', false, ['decrypt']);
    const parameters = { name: 'AES-GCM', iv: sealed.slice(0, IV_BYTES), additionalData: utf8(instanceId) };
    const opened = new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.slice(IV_BYTES)));
    const account = accountFrom(textFromUtf8(opened));
    return account ? accept(account) : refuse('not-opened');
  } catch {
    return refuse('not-opened');
  }
}

function accountFrom(text: string): CopiedAccount | null {
  const json = parseJsonObject(text) ?? {};
  const { instanceKey, userId, domain, name, activatedAt } = json;
  const { pinMinimumLength, pinMaximumLength, offersNotifications } = json;
  if (typeof instanceKey !== 'string' || typeof userId !== 'string' || typeof domain !== 'string') return null;
  if (typeof name !== 'string' || typeof activatedAt !== 'string' || typeof offersNotifications !== 'boolean')
    return null;
  if (typeof pinMinimumLength !== 'number' || typeof pinMaximumLength !== 'number') return null;
  const texts = { instanceKey: bytesFromHex(instanceKey), userId, domain, name, activatedAt };
  return { ...texts, pinMinimumLength, pinMaximumLength, offersNotifications };
}
