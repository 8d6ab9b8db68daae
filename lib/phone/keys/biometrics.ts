import { utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';

/** A passed check. `secret`: 32 bytes where the platform has WebAuthn's PRF extension, else null. */
export type BiometricCheck = { secret: Bytes | null };
export type BiometricCredential = BiometricCheck & { credentialId: Bytes };

/** The user declined, or was not recognised in time; browsers do not say which. */
export type BiometricRefusal = 'not-recognised';

/** Input of the PRF. WebAuthn salts it per site, so one text serves all accounts. */
const PRF_INPUT = utf8('tessera authenticator, key of an account');
/** In milliseconds. */
const TIMEOUT = 60_000;
/** ES256 and RS256 (IANA COSE algorithms); every platform has one of them. */
const ALGORITHMS = [-7, -257];
/** UV bit of the authenticator data's flags: the user was verified (WebAuthn §6.1). */
const USER_VERIFIED = 0x04;
const FLAGS_OFFSET = 32;

/** Whether this device can verify a fingerprint or face for this site. WebAuthn does not work on an IP address. */
export async function hasBiometrics(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || /^[\d.]+$|^\[/.test(location.hostname)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

/**
 * Creates a WebAuthn credential for an account. Some platforms yield the PRF secret at the first use only, so the user may be
 * asked twice.
 * @param accountName shown by the system
 */
export async function createBiometricCredential(
  accountName: string,
): Promise<Result<BiometricCredential, BiometricRefusal>> {
  const created = await orNull(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tessera Authenticator' },
        user: { id: randomBytes(16), name: accountName, displayName: accountName },
        challenge: randomBytes(32),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
          residentKey: 'discouraged',
        },
        extensions: { prf: { eval: { first: PRF_INPUT } } },
        timeout: TIMEOUT,
      },
    }),
  );
  if (!(created instanceof PublicKeyCredential)) return refuse('not-recognised');
  const credentialId = new Uint8Array(created.rawId);
  const { prf } = created.getClientExtensionResults();
  const secret = secretFrom(prf);
  if (secret || !prf?.enabled) return accept({ credentialId, secret });
  const check = await checkBiometrics(credentialId);
  return check.ok ? accept({ credentialId, ...check.value }) : check;
}

export async function checkBiometrics(credentialId: Bytes): Promise<Result<BiometricCheck, BiometricRefusal>> {
  const assertion = await orNull(
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: PRF_INPUT } } },
        timeout: TIMEOUT,
      },
    }),
  );
  if (!(assertion instanceof PublicKeyCredential) || !isUserVerified(assertion.response)) {
    return refuse('not-recognised');
  }
  return accept({ secret: secretFrom(assertion.getClientExtensionResults().prf) });
}

function isUserVerified(response: AuthenticatorResponse): boolean {
  if (!(response instanceof AuthenticatorAssertionResponse)) return false;
  const flags = new Uint8Array(response.authenticatorData)[FLAGS_OFFSET] ?? 0;
  return (flags & USER_VERIFIED) !== 0;
}

function secretFrom(prf: AuthenticationExtensionsPRFOutputs | undefined): Bytes | null {
  const first = prf?.results?.first;
  if (!first) return null;
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice()
    : new Uint8Array(first).slice();
}

async function orNull(ceremony: Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await ceremony;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
