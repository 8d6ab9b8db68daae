import { base64UrlFromBytes, bytesFromBase64Url, bytesFromHex, hexFromBytes, utf8 } from '../bytes';
import { accept, refuse, type Result } from '../result';
import { IMAGE_LINK_PATH } from './app-link';

/** Content of the image on a sign-in page, in either form. It names a challenge and contains no secret. */
export type LoginCode = {
  /** 32 hexadecimal digits in lower case: 128 random bits. */
  challengeKey: string;
  /** The gateway that holds the challenge. */
  gatewayId: string;
};

/**
 * The vendor numbers its message types from `01`, the activation image; `02` may be the image that turns push messages
 * on (OneSpan §1.1 and §1.3, the number is a guess there). Ours is at the far end, so that it collides with no
 * activation and no later type of the vendor's.
 */
const MESSAGE_TYPE = '90';

/** In bytes of UTF-8; far above a code's 58 with a gateway identifier of 16 characters. */
const MAXIMUM_BYTES = 512;

/** Writes `01;90;<challengeKey>;<gatewayId>`. @throws RangeError when the result could not be parsed */
export function formatLoginCode(code: LoginCode): string {
  const text = ['01', MESSAGE_TYPE, code.challengeKey, code.gatewayId].join(';');
  if (!parseLoginCode(text).ok) throw new RangeError('a login code cannot hold these values');
  return text;
}

/** Reads the text of a scanned image: exactly four fields, version `01`, message type `90`. */
export function parseLoginCode(text: string): Result<LoginCode, 'not-a-login-code'> {
  if (utf8(text).length > MAXIMUM_BYTES || /\p{Cc}/u.test(text)) return refuse('not-a-login-code');
  const [version, messageType, challengeKey, gatewayId, ...rest] = text.split(';');
  if (version !== '01' || messageType !== MESSAGE_TYPE || rest.length > 0) return refuse('not-a-login-code');
  if (!challengeKey || !/^[0-9a-f]{32}$/.test(challengeKey) || !gatewayId) return refuse('not-a-login-code');
  return accept({ challengeKey, gatewayId });
}

/**
 * An image's text where phones run this site's own app: a link, so that a phone's own camera opens it. The gateway is left out,
 * because the website knows it; the key is shorter in base64url, because each character makes the image's modules smaller.
 * @param websiteUrl without a trailing slash
 */
export function formatLoginLink(websiteUrl: string, challengeKey: string): string {
  const key = base64UrlFromBytes(bytesFromHex(challengeKey));
  return `${websiteUrl}${IMAGE_LINK_PATH}#${MESSAGE_TYPE};${key}`;
}

const LOGIN_LINK = /^(?:(https?:\/\/[^/?#\s]+)\/a#)?90;([\w-]{22})$/;

/**
 * @param text of an image, or the fragment of its link
 * @returns null for any other text; without an origin for a fragment, which the website itself has opened
 */
export function readLoginLink(text: string): { origin: string | null; challengeKey: string } | null {
  const [, address, key] = LOGIN_LINK.exec(text) ?? [];
  if (key === undefined || (address !== undefined && !URL.canParse(address))) return null;
  const origin = address === undefined ? null : new URL(address).origin;
  return { origin, challengeKey: hexFromBytes(bytesFromBase64Url(key)) };
}
