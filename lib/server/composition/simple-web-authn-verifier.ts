import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { Passkey } from '../../accounts/passkeys/passkey';
import type { AssertionAnswer, RegistrationAnswer } from '../../accounts/passkeys/passkey-answer';
import { ALGORITHMS } from '../../accounts/passkeys/passkey-options';
import type { PasskeyVerifier, RegisteredCredential, RelyingParty } from '../../accounts/passkeys/passkey-verifier';
import { base64UrlFromBytes, bytesFromBase64Url } from '../../shared/bytes';

/** Verifies with SimpleWebAuthn, which takes 30 MB and is loaded with the first answer. */
export class SimpleWebAuthnVerifier implements PasskeyVerifier {
  async verifyRegistration(
    { credentialId: id, clientDataJson, attestationObject }: RegistrationAnswer,
    challenge: string,
    { id: expectedRPID, origin }: RelyingParty,
  ): Promise<RegisteredCredential | null> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const verified = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: clientDataJson, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(refused);
    if (!verified?.verified) return null;
    const { credential, aaguid, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
    // What is kept is what was signed, not what stands beside it.
    if (credential.id !== id) return null;
    return {
      credentialId: credential.id,
      publicKey: base64UrlFromBytes(credential.publicKey),
      counter: credential.counter,
      aaguid,
      isBackupEligible: credentialDeviceType === 'multiDevice',
      isBackedUp: credentialBackedUp,
    };
  }

  async verifyAssertion(
    { credentialId: id, clientDataJson, authenticatorData, signature }: AssertionAnswer,
    challenge: string,
    { id: expectedRPID, origin }: RelyingParty,
    { credentialId, publicKey }: Pick<Passkey, 'credentialId' | 'publicKey'>,
  ): Promise<{ counter: number; isBackedUp: boolean } | null> {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    // With a counter of 0 the library compares none.
    const credential: WebAuthnCredential = { id: credentialId, publicKey: bytesFromBase64Url(publicKey), counter: 0 };
    const verified = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: clientDataJson, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID,
      credential,
      requireUserVerification: true,
    }).catch(refused);
    if (!verified?.verified) return null;
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    return { counter: newCounter, isBackedUp: credentialBackedUp };
  }
}

/** The library throws for whatever does not hold, and its parsers for whatever they cannot read. */
function refused(): null {
  return null;
}
