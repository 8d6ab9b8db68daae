import { utf8, type Bytes } from '../../shared/bytes';

/** In milliseconds. */
export const CEREMONY_TIMEOUT = 60_000;

/** ES256 and RS256 (IANA COSE algorithms); every platform has one of them. */
export const PUBLIC_KEY_PARAMETERS = [-7, -257].map((alg) => ({ type: 'public-key' as const, alg }));

/** The PRF extension's input. WebAuthn salts it per site. @param purpose one text for each use of the secret */
export function prfFor(purpose: string): AuthenticationExtensionsClientInputs {
  return { prf: { eval: { first: utf8(purpose) } } };
}

/** 32 bytes; null where the platform has not given them. */
export function secretFrom(prf: AuthenticationExtensionsPRFOutputs | undefined): Bytes | null {
  const first = prf?.results?.first;
  if (!first) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first).slice();
}

/** @returns null when the user declined, or was not recognised in time; browsers do not say which */
export async function passed(ceremony: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    const credential = await ceremony;
    return credential instanceof PublicKeyCredential ? credential : null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
