import { base64UrlFromBytes, bytesFromBase64Url, type Bytes, utf8 } from '../../shared/bytes';
import { parseJsonObject } from '../../shared/json-object';
import { sha256 } from './hash';

/** ECDSA on P-256 with SHA-256 (RFC 7518 §3.4). */
const P_256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ES256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

const COORDINATE_BYTES = 32;

/** RFC 7518 §6.2.1. */
export type PublicJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string };

/** @returns the public key uncompressed (65 bytes), the private key in PKCS #8 */
export async function generateEs256KeyPair(): Promise<{ publicKey: Bytes; privateKey: Bytes }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(P_256, true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
  };
}

/** @param publicKey 04, then the coordinates */
export function publicJwk(publicKey: Bytes): PublicJwk {
  const x = base64UrlFromBytes(publicKey.subarray(1, 1 + COORDINATE_BYTES));
  const y = base64UrlFromBytes(publicKey.subarray(1 + COORDINATE_BYTES));
  return { kty: 'EC', crv: 'P-256', x, y };
}

/** RFC 7638 §3: SHA-256 of the required members in the order of their names, in base64url. */
export async function jwkThumbprint({ crv, kty, x, y }: PublicJwk): Promise<string> {
  return base64UrlFromBytes(await sha256(utf8(JSON.stringify({ crv, kty, x, y }))));
}

/**
 * A JWS in its compact serialisation (RFC 7515 §7.1).
 * @param header without `alg`, which is ES256
 * @param privateKey PKCS #8
 */
export async function signCompactJws(header: object, claims: object, privateKey: Bytes): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', privateKey, P_256, false, ['sign']);
  const signed = `${encoded({ alg: 'ES256', ...header })}.${encoded(claims)}`;
  // Web Crypto's signature is r and s side by side, as JWS has it.
  const signature = new Uint8Array(await crypto.subtle.sign(ES256, key, utf8(signed)));
  return `${signed}.${base64UrlFromBytes(signature)}`;
}

/**
 * Whether a compact JWS is signed by a key with ES256.
 * @param publicKey uncompressed, 65 bytes; anything else signs nothing
 */
export async function isSignedBy(jws: string, publicKey: Bytes): Promise<boolean> {
  const [header = '', claims = '', signature = '', ...rest] = jws.split('.');
  try {
    if (rest.length > 0 || parseJsonObject(bytesFromBase64Url(header))?.['alg'] !== 'ES256') return false;
    const key = await crypto.subtle.importKey('raw', publicKey, P_256, false, ['verify']);
    return await crypto.subtle.verify(ES256, key, bytesFromBase64Url(signature), utf8(`${header}.${claims}`));
  } catch {
    // Not base64url, or not a point of the curve.
    return false;
  }
}

function encoded(json: object): string {
  return base64UrlFromBytes(utf8(JSON.stringify(json)));
}
