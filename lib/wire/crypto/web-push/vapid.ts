import { base64UrlFromBytes, bytesFromBase64Url, type Bytes } from '../../../shared/bytes';
import { parseJsonObject } from '../../../shared/json-object';
import { accept, refuse, type Result } from '../../../shared/result';
import { SECOND } from '../../../shared/time/duration';
import { generateEs256KeyPair, isSignedBy, signCompactJws } from '../es256';

/*
 * How an application server names itself to push services (RFC 8292), so that nobody else can use its subscriptions.
 */

/** @property publicKey 65 bytes, which browsers subscribe with @property privateKey PKCS #8 */
export type VapidKey = { publicKey: Bytes; privateKey: Bytes };

export const generateVapidKey: () => Promise<VapidKey> = generateEs256KeyPair;

/** Whom a push service may write to, `mailto:` or `https:`. */
type Sender = { key: VapidKey; subject: string };

/**
 * The value of the header `Authorization`.
 * @param endpoint of the subscription
 * @param expiresAt at most 24 hours ahead (RFC 8292 §2)
 */
export async function vapidAuthorization(endpoint: URL, { key, subject }: Sender, expiresAt: Date): Promise<string> {
  const claims = { aud: endpoint.origin, exp: Math.floor(expiresAt.getTime() / SECOND), sub: subject };
  const token = await signCompactJws({ typ: 'JWT' }, claims, key.privateKey);
  return `vapid t=${token}, k=${base64UrlFromBytes(key.publicKey)}`;
}

/** 24 hours, in seconds. */
const LONGEST_LIFE = 86_400;

export type VapidRefusal = 'malformed' | 'not-authentic' | 'for-another-service' | 'expired' | 'lives-too-long';

/** What a push service does before it takes a message. @returns the sender's public key, in base64url, and its subject */
export async function verifyVapid(
  authorization: string,
  endpoint: URL,
  now: Date,
): Promise<Result<{ publicKey: string; subject: string }, VapidRefusal>> {
  // Parameters stand in any order (RFC 8292 §3).
  const token = /^vapid .*?\bt=([\w.-]+)/i.exec(authorization)?.[1];
  const publicKey = /^vapid .*?\bk=([\w-]+)/i.exec(authorization)?.[1];
  if (!token || !publicKey) return refuse('malformed');
  if (!(await isSignedBy(token, bytesFromBase64Url(publicKey)))) return refuse('not-authentic');
  const claims = parseJsonObject(bytesFromBase64Url(token.split('.')[1] ?? ''));
  if (!claims || typeof claims['exp'] !== 'number') return refuse('malformed');
  if (claims['aud'] !== endpoint.origin) return refuse('for-another-service');
  const left = claims['exp'] - now.getTime() / SECOND;
  if (left <= 0) return refuse('expired');
  if (left > LONGEST_LIFE) return refuse('lives-too-long');
  return accept({ publicKey, subject: typeof claims['sub'] === 'string' ? claims['sub'] : '' });
}
