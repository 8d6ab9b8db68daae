import { bytesFromBase64Url } from '../../shared/bytes';
import { isJsonObject, parseJsonObject, type JsonObject } from '../../shared/json-object';

/** In characters of JSON. The longest that authenticators make without an attestation are below 2,000. */
export const MAXIMUM_ANSWER_LENGTH = 8_192;

/** In characters of base64url: 1,023 bytes (WebAuthn §4, Credential ID). */
const MAXIMUM_CREDENTIAL_ID_LENGTH = 1_364;

/** As WebAuthn §5.8.4 names them; unknown ones of newer browsers are dropped. */
const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What both answers have in common, of the right shape and size; nothing is verified. Binary values are base64url. */
type Answer = { credentialId: string; clientDataJson: string; challenge: string };

export type RegistrationAnswer = Answer & { attestationObject: string; transports: string[] };

export type AssertionAnswer = Answer & { authenticatorData: string; signature: string; userHandle: string | null };

/** Reads `RegistrationResponseJSON` (WebAuthn §5.1). @returns null if it is malformed, oversized or from a frame */
export function parseRegistrationAnswer(text: string): RegistrationAnswer | null {
  const read = readAnswer(text);
  const attestationObject = read && binary(read.response['attestationObject']);
  if (!read || attestationObject === null) return null;
  const transports = read.response['transports'];
  const transportsKnown = Array.isArray(transports) ? transports.filter((transport) => TRANSPORTS.has(transport)) : [];
  return { ...read.answer, attestationObject, transports: [...new Set<string>(transportsKnown)] };
}

/** Reads `AuthenticationResponseJSON` (WebAuthn §5.1). @returns null as `parseRegistrationAnswer` */
export function parseAssertionAnswer(text: string): AssertionAnswer | null {
  const read = readAnswer(text);
  if (!read) return null;
  const authenticatorData = binary(read.response['authenticatorData']);
  const signature = binary(read.response['signature']);
  const encodedHandle = read.response['userHandle'];
  const userHandle = encodedHandle === undefined || encodedHandle === null ? null : binary(encodedHandle);
  if (authenticatorData === null || signature === null || (userHandle === null && typeof encodedHandle === 'string'))
    return null;
  return { ...read.answer, authenticatorData, signature, userHandle };
}

function readAnswer(text: string): { answer: Answer; response: JsonObject } | null {
  const json = text.length <= MAXIMUM_ANSWER_LENGTH ? parseJsonObject(text) : null;
  const response = json?.['response'];
  const credentialId = json && binary(json['id']);
  if (!json || !isJsonObject(response) || credentialId === null) return null;
  if (credentialId.length > MAXIMUM_CREDENTIAL_ID_LENGTH) return null;
  if (json['rawId'] !== credentialId || json['type'] !== 'public-key') return null;
  const clientDataJson = binary(response['clientDataJSON']);
  const clientData = clientDataJson === null ? null : parseJsonObject(bytesFromBase64Url(clientDataJson));
  const challenge = clientData && binary(clientData['challenge']);
  // This site is never in a frame, so an answer from a frame was requested by another site.
  if (clientDataJson === null || challenge === null || clientData?.['crossOrigin'] === true) return null;
  return { answer: { credentialId, clientDataJson, challenge }, response };
}

/** @returns null for anything but base64url of at least one byte */
function binary(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]+$/.test(value) && value.length % 4 !== 1 ? value : null;
}
