import { bytesFromHex, concatBytes, hexFromBytes, textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { decodeLicenceMessage, encodeLicenceMessage, type LicenceMessage } from './licence-message';
import { REGISTRATION_IDENTIFIER_LENGTH } from '../provisioning-profile';
import { deriveKey } from '../hash';

/** Content of an offline activation's first image; see `provisioning-profile.ts`. */
export type OfflineMessage1 = {
  kind: 'first';
  /** Eight letters and digits. */
  registrationIdentifier: string;
  /** At most 255 bytes of UTF-8, as the next two. */
  userId: string;
  domain: string;
  /** The issuing gateway. */
  gatewayId: string;
  /** Its licence key is valid for this activation only. */
  licence: LicenceMessage;
};

/** Content of the second image. */
export type OfflineMessage2 = {
  kind: 'second';
  registrationIdentifier: string;
  /** Activation message 2, 64 bytes. */
  activationMessage2: Bytes;
};

export type OfflineMessage = OfflineMessage1 | OfflineMessage2;

const TYPES = { first: 0xf1, second: 0xf2 } as const;
const MESSAGE_2_BYTES = 64;

/**
 * @returns upper-case hexadecimal, which QR encodes at five and a half bits a character
 * @throws RangeError when a name is too long
 */
export function encodeOfflineMessage(message: OfflineMessage): string {
  const content =
    message.kind === 'first'
      ? [...[message.userId, message.domain, message.gatewayId].map(encodeName), encodeLicenceMessage(message.licence)]
      : [message.activationMessage2];
  const identifier = utf8(message.registrationIdentifier);
  return hexFromBytes(concatBytes(Uint8Array.of(TYPES[message.kind]), identifier, ...content)).toUpperCase();
}

/** @param text of an image. No other image that a phone scans begins like these. */
export function decodeOfflineMessage(text: string): Result<OfflineMessage, 'not-an-offline-message' | 'malformed'> {
  if (!/^F[12]/i.test(text)) return refuse('not-an-offline-message');
  if (text.length > MAXIMUM_DIGITS || !/^(?:[0-9A-F]{2})+$/i.test(text)) return refuse('malformed');
  try {
    return decode(bytesFromHex(text));
  } catch (error) {
    if (error instanceof TypeError) return refuse('malformed');
    throw error;
  }
}

/** Three names of 255 bytes, and the parts of fixed length. */
const MAXIMUM_DIGITS = 2 * (1 + REGISTRATION_IDENTIFIER_LENGTH + 3 * 256 + 54);

/** @throws TypeError when what should be UTF-8 is not */
function decode(bytes: Bytes): Result<OfflineMessage, 'malformed'> {
  const registrationIdentifier = textFromUtf8(bytes.slice(1, 1 + REGISTRATION_IDENTIFIER_LENGTH));
  if (!/^[0-9A-Za-z]{8}$/.test(registrationIdentifier)) return refuse('malformed');
  const content = bytes.slice(1 + REGISTRATION_IDENTIFIER_LENGTH);
  if (bytes[0] === TYPES.first) return decodeFirst(registrationIdentifier, content);
  if (content.length !== MESSAGE_2_BYTES) return refuse('malformed');
  return accept({ kind: 'second', registrationIdentifier, activationMessage2: content });
}

/** @throws TypeError when a name is not UTF-8 */
function decodeFirst(registrationIdentifier: string, content: Bytes): Result<OfflineMessage1, 'malformed'> {
  const names: string[] = [];
  let rest = content;
  while (names.length < 3) {
    const length = rest[0] ?? 0;
    if (rest.length < 1 + length) return refuse('malformed');
    names.push(textFromUtf8(rest.slice(1, 1 + length)));
    rest = rest.slice(1 + length);
  }
  const licence = decodeLicenceMessage(rest);
  const [userId = '', domain = '', gatewayId = ''] = names;
  if (!licence.ok || userId === '') return refuse('malformed');
  return accept({ kind: 'first', registrationIdentifier, userId, domain, gatewayId, licence: licence.value });
}

function encodeName(name: string): Bytes {
  const text = utf8(name);
  if (text.length > 255) throw new RangeError('a name in an offline message has at most 255 bytes');
  return concatBytes(Uint8Array.of(text.length), text);
}

/**
 * The licence key in the first image of an offline activation. It is derived for this registration only, so that a
 * photograph of the image reveals nothing about the user's other devices.
 */
export async function offlineLicenceKey(licenceKey: Bytes, registrationIdentifier: string): Promise<Bytes> {
  return deriveKey(licenceKey, `tessera offline ${registrationIdentifier}`);
}
