import type { Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import { CEREMONY_TIMEOUT, passed, prfFor, PUBLIC_KEY_PARAMETERS, secretFrom } from './web-authn';

/** A passed check. `secret`: 32 bytes where the platform has WebAuthn's PRF extension, else null. */
export type BiometricCheck = { secret: Bytes | null };
export type BiometricCredential = BiometricCheck & { credentialId: Bytes };

/** The user declined, or was not recognised in time; browsers do not say which. */
export type BiometricRefusal = 'not-recognised';

/** One for all accounts. */
const PRF = prfFor('tessera authenticator, key of an account');
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
  const created = await passed(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tessera Authenticator' },
        user: { id: randomBytes(16), name: accountName, displayName: accountName },
        challenge: randomBytes(32),
        pubKeyCredParams: PUBLIC_KEY_PARAMETERS,
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
          residentKey: 'discouraged',
        },
        extensions: PRF,
        timeout: CEREMONY_TIMEOUT,
      },
    }),
  );
  if (!created) return refuse('not-recognised');
  const credentialId = new Uint8Array(created.rawId);
  const { prf } = created.getClientExtensionResults();
  const secret = secretFrom(prf);
  if (secret || !prf?.enabled) return accept({ credentialId, secret });
  const check = await checkBiometrics(credentialId);
  return check.ok ? accept({ credentialId, ...check.value }) : check;
}

export async function checkBiometrics(credentialId: Bytes): Promise<Result<BiometricCheck, BiometricRefusal>> {
  const assertion = await passed(
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
        userVerification: 'required',
        extensions: PRF,
        timeout: CEREMONY_TIMEOUT,
      },
    }),
  );
  if (!assertion || !isUserVerified(assertion.response)) return refuse('not-recognised');
  return accept({ secret: secretFrom(assertion.getClientExtensionResults().prf) });
}

function isUserVerified(response: AuthenticatorResponse): boolean {
  if (!(response instanceof AuthenticatorAssertionResponse)) return false;
  const flags = new Uint8Array(response.authenticatorData)[FLAGS_OFFSET] ?? 0;
  return (flags & USER_VERIFIED) !== 0;
}

function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
