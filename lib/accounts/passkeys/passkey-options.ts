import { base64UrlFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { MINUTE } from '../../shared/time/duration';
import type { Clock } from '../../shared/time/clock';
import type { User } from '../users/user';
import type { Passkey } from './passkey';
import type { PasskeyChallenge, PasskeyPurpose } from './passkey-store';
import type { RelyingParty } from './passkey-verifier';

/** How long a challenge can be answered (WebAuthn §15.1 recommends 5 to 10 minutes where a PIN may be asked for). */
export const CHALLENGE_LIFETIME_MS = 5 * MINUTE;

/** COSE algorithms, the preferred first: ES256, EdDSA and RS256 (WebAuthn §5.4, `pubKeyCredParams`). */
export const ALGORITHMS = [-7, -8, -257];

type Descriptor = { id: string; type: 'public-key'; transports: string[] };

/** `PublicKeyCredentialRequestOptionsJSON` (WebAuthn §5.1). */
export type AssertionOptions = {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: 'required';
  allowCredentials: Descriptor[];
};

/** `PublicKeyCredentialCreationOptionsJSON` (WebAuthn §5.1). */
export type RegistrationOptions = {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: { type: 'public-key'; alg: number }[];
  timeout: number;
  attestation: 'none';
  excludeCredentials: Descriptor[];
  authenticatorSelection: { residentKey: 'required'; requireResidentKey: true; userVerification: 'required' };
};

export function generateChallenge(
  { random, clock }: { random: Random; clock: Clock },
  purpose: PasskeyPurpose,
  holder: string,
  registration: PasskeyChallenge['registration'] = null,
): PasskeyChallenge {
  const challenge = base64UrlFromBytes(random.bytes(32));
  const expiresAt = new Date(clock.now().getTime() + CHALLENGE_LIFETIME_MS);
  return { challenge, purpose, holder, expiresAt, registration };
}

/**
 * User verification is required everywhere: a passkey then stands for two factors (NIST SP 800-63B-4 §3.1.7, OWASP ASVS
 * 5.0 6.3.3).
 * @param allowed the passkeys that may answer; empty for any of this site
 */
export function assertionOptions(
  { id }: RelyingParty,
  { challenge }: PasskeyChallenge,
  allowed: readonly Passkey[],
): AssertionOptions {
  return {
    challenge,
    rpId: id,
    timeout: CHALLENGE_LIFETIME_MS,
    userVerification: 'required',
    allowCredentials: allowed.map(describe),
  };
}

/**
 * Discoverable, so that users need not enter a user ID. No attestation: this site accepts every model, and browsers
 * would ask their users for consent.
 * @param passkeys the user's passkeys, so that an authenticator creates no second one
 */
export function registrationOptions(
  { id }: RelyingParty,
  { challenge }: PasskeyChallenge,
  userHandle: string,
  user: Pick<User, 'userId' | 'displayName'>,
  passkeys: readonly Passkey[],
): RegistrationOptions {
  return {
    challenge,
    rp: { id, name: 'Tessera' },
    user: { id: userHandle, name: user.userId, displayName: user.displayName },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_LIFETIME_MS,
    attestation: 'none',
    excludeCredentials: passkeys.map(describe),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  };
}

function describe({ credentialId, transports }: Passkey): Descriptor {
  return { id: credentialId, type: 'public-key', transports: [...transports] };
}
