import { sha256 } from '../../wire/crypto/hash';
import { base64UrlFromBytes, bytesFromBase64Url, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import { CEREMONY_TIMEOUT, passed, prfFor, PUBLIC_KEY_PARAMETERS, secretFrom } from '../keys/web-authn';

/** A passkey's answer to the gateway, in WebAuthn's JSON (§5.1), and the secret that only it gives: 32 bytes. */
export type CopyPasskey = { answer: string; clientDataJson: string; secret: Bytes };

/** `no-secret`: its platform lacks WebAuthn's PRF extension. */
export type CopyPasskeyRefusal = 'not-recognised' | 'no-secret';

const PRF = prfFor('tessera authenticator, copy of an account');

/**
 * Whether this browser may have what a copy needs. One that does not say may have it; WebAuthn works on no IP address.
 */
export async function mayKeepCopies(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || /^[\d.]+$|^\[/.test(location.hostname)) return false;
  const ask = PublicKeyCredential as { getClientCapabilities?: () => Promise<Record<string, boolean | undefined>> };
  const capabilities = await ask.getClientCapabilities?.().catch(() => null);
  return capabilities?.['extension:prf'] !== false;
}

/**
 * Creates the passkey of a copy, which the platform finds again without this browser's storage. A second one for the same
 * device takes its place. Some platforms give the secret at the first use only, so the user may be asked twice.
 * @param challenge of the gateway, in base64url
 * @param accountName shown by the system
 */
export async function createCopyPasskey(
  challenge: string,
  instanceId: string,
  accountName: string,
): Promise<Result<CopyPasskey, CopyPasskeyRefusal>> {
  const created = await passed(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Tessera Authenticator' },
        // Random to whoever does not know the device.
        user: { id: await sha256(utf8(`tessera copy of ${instanceId}`)), name: accountName, displayName: accountName },
        challenge: bytesFromBase64Url(challenge),
        pubKeyCredParams: PUBLIC_KEY_PARAMETERS,
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        extensions: PRF,
        timeout: CEREMONY_TIMEOUT,
      },
    }),
  );
  if (!(created?.response instanceof AuthenticatorAttestationResponse)) return refuse('not-recognised');
  const { response } = created;
  const { prf } = created.getClientExtensionResults();
  if (!prf?.enabled) return refuse('no-secret');
  const clientDataJson = base64Url(response.clientDataJSON);
  const attestationObject = base64Url(response.attestationObject);
  const answer = answerJson(created, { clientDataJSON: clientDataJson, attestationObject });
  const secret = secretFrom(prf) ?? (await secretOf(created.rawId));
  return secret ? accept({ answer, clientDataJson, secret }) : refuse('not-recognised');
}

/** Asks for any passkey of this site; the system lets the user choose. @param challenge of the gateway, in base64url */
export async function takeCopyPasskey(challenge: string): Promise<Result<CopyPasskey, CopyPasskeyRefusal>> {
  const assertion = await get({ challenge: bytesFromBase64Url(challenge) });
  if (!(assertion?.response instanceof AuthenticatorAssertionResponse)) return refuse('not-recognised');
  const { clientDataJSON, authenticatorData, signature, userHandle } = assertion.response;
  const clientDataJson = base64Url(clientDataJSON);
  const secret = secretFrom(assertion.getClientExtensionResults().prf);
  if (!secret) return refuse('no-secret');
  const answer = answerJson(assertion, {
    clientDataJSON: clientDataJson,
    authenticatorData: base64Url(authenticatorData),
    signature: base64Url(signature),
    ...(userHandle && { userHandle: base64Url(userHandle) }),
  });
  return accept({ answer, clientDataJson, secret });
}

async function secretOf(credentialId: ArrayBuffer): Promise<Bytes | null> {
  const challenge = crypto.getRandomValues(new Uint8Array(32));
  const assertion = await get({ challenge, allowCredentials: [{ type: 'public-key', id: credentialId }] });
  return secretFrom(assertion?.getClientExtensionResults().prf);
}

function get(
  request: Pick<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'>,
): Promise<PublicKeyCredential | null> {
  const options = { userVerification: 'required', extensions: PRF, timeout: CEREMONY_TIMEOUT } as const;
  return passed(navigator.credentials.get({ publicKey: { ...request, ...options } }));
}

function answerJson({ id }: PublicKeyCredential, response: Record<string, string>): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
}

function base64Url(bytes: ArrayBuffer): string {
  return base64UrlFromBytes(new Uint8Array(bytes));
}
