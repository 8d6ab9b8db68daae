import { bytesFromBase64Url, concatBytes, utf8, type Bytes } from '../../../shared/bytes';
import type { Random } from '../../../shared/random';
import { hkdf } from '../hash';
import { accept, refuse, type Result } from '../../../shared/result';

/*
 * The content of a push message (RFC 8291), in one record of the coding aes128gcm (RFC 8188): the push service that carries it
 * cannot read it.
 */

const P_256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const POINT_BYTES = 65;
const SALT_BYTES = 16;
const AUTH_BYTES = 16;
const TAG_BYTES = 16;
/** Salt, record size, length of the key and the key (RFC 8188 §2.1). */
const HEADER_BYTES = SALT_BYTES + 4 + 1 + POINT_BYTES;
/** In bytes: what a push service has to take (RFC 8030 §7.2). */
const RECORD_BYTES = 4_096;
/** Ends the last record (RFC 8188 §2). */
const LAST_RECORD = 2;

/** In bytes. */
export const PUSH_CONTENT_LIMIT = RECORD_BYTES - HEADER_BYTES - TAG_BYTES - 1;

/** What a browser hands out with a subscription (RFC 8291 §2), in base64url. */
export type PushKeys = {
  /** A point of P-256, uncompressed: 65 bytes. */
  p256dh: string;
  /** 16 random bytes. */
  auth: string;
};

/** What stays in the browser. */
export type PushReceiver = { pair: CryptoKeyPair; auth: Bytes };

/** @returns null for what no browser hands out */
async function importPushKeys({ p256dh, auth }: PushKeys): Promise<{ publicKey: CryptoKey; auth: Bytes } | null> {
  try {
    const point = bytesFromBase64Url(p256dh);
    const secret = bytesFromBase64Url(auth);
    if (point.length !== POINT_BYTES || secret.length !== AUTH_BYTES) return null;
    return { publicKey: await crypto.subtle.importKey('raw', point, P_256, true, []), auth: secret };
  } catch {
    // Not base64url, or not a point of the curve.
    return null;
  }
}

export async function arePushKeys(keys: PushKeys): Promise<boolean> {
  return (await importPushKeys(keys)) !== null;
}

/**
 * Encrypts a push message for one subscription.
 * @param content at most `PUSH_CONTENT_LIMIT` bytes
 * @param sender a new pair for each message, which only the standard's example chooses
 * @throws RangeError for keys that are none, which `arePushKeys` tells before, and for more content
 */
export async function encryptPush(
  keys: PushKeys,
  content: Bytes,
  random: Random,
  sender?: CryptoKeyPair,
): Promise<Bytes> {
  if (content.length > PUSH_CONTENT_LIMIT) throw new RangeError(`at most ${PUSH_CONTENT_LIMIT} bytes fit into a push`);
  const receiver = await importPushKeys(keys);
  if (!receiver) throw new RangeError('not the keys of a subscription');
  const pair = sender ?? (await crypto.subtle.generateKey(P_256, true, ['deriveBits']));
  const salt = random.bytes(SALT_BYTES);
  const { key, iv } = await contentKey({
    secret: await sharedSecret(pair.privateKey, receiver.publicKey),
    auth: receiver.auth,
    salt,
    receiver: await pointOf(receiver.publicKey),
    sender: await pointOf(pair.publicKey),
  });
  const record = concatBytes(content, Uint8Array.of(LAST_RECORD));
  const encrypted = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, record));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, RECORD_BYTES);
  return concatBytes(salt, size, Uint8Array.of(POINT_BYTES), await pointOf(pair.publicKey), encrypted);
}

/** Decrypts what a browser was sent. @param body of one record, as `encryptPush` and RFC 8291 §4 have it */
export async function decryptPush(
  { pair, auth }: PushReceiver,
  body: Bytes,
): Promise<Result<Bytes, 'malformed' | 'not-authentic'>> {
  if (body.length <= HEADER_BYTES + TAG_BYTES || body[SALT_BYTES + 4] !== POINT_BYTES) return refuse('malformed');
  const recordSize = new DataView(body.buffer, body.byteOffset).getUint32(SALT_BYTES);
  const encrypted = body.slice(HEADER_BYTES);
  if (encrypted.length > recordSize) return refuse('malformed');
  const point = body.slice(HEADER_BYTES - POINT_BYTES, HEADER_BYTES);
  try {
    const publicKey = await crypto.subtle.importKey('raw', point, P_256, true, []);
    const { key, iv } = await contentKey({
      secret: await sharedSecret(pair.privateKey, publicKey),
      auth,
      salt: body.slice(0, SALT_BYTES),
      receiver: await pointOf(pair.publicKey),
      sender: point,
    });
    const record = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, encrypted));
    const end = record.findLastIndex((byte) => byte !== 0);
    return end >= 0 && record[end] === LAST_RECORD ? accept(record.slice(0, end)) : refuse('malformed');
  } catch {
    return refuse('not-authentic');
  }
}

/** The keys of a new subscription, which a browser makes. */
export async function newPushReceiver(random: Random): Promise<PushReceiver> {
  return { pair: await crypto.subtle.generateKey(P_256, true, ['deriveBits']), auth: random.bytes(AUTH_BYTES) };
}

type Agreement = { secret: Bytes; auth: Bytes; salt: Bytes; receiver: Bytes; sender: Bytes };

/** RFC 8291 §3.4. */
async function contentKey({ secret, auth, salt, receiver, sender }: Agreement): Promise<{ key: CryptoKey; iv: Bytes }> {
  const input = await hkdf(secret, auth, concatBytes(utf8('WebPush: info\0'), receiver, sender), 32);
  const key = await hkdf(input, salt, utf8('Content-Encoding: aes128gcm\0'), 16);
  const iv = await hkdf(input, salt, utf8('Content-Encoding: nonce\0'), 12);
  return { key: await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']), iv };
}

async function sharedSecret(privateKey: CryptoKey, publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256));
}

async function pointOf(publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}
