import { utf8 } from '../bytes';
import { accept, refuse, type Result } from '../result';

/** What the image on the sign-in page says. It names a challenge, and carries nothing that could answer it. */
export type LoginCode = {
  /** 32 hexadecimal digits in lower case: 128 random bits. */
  challengeKey: string;
  /** Which gateway has the challenge. */
  gatewayId: string;
};

/**
 * The vendor numbers its message types from `01`, the activation image; `02` may be the image that turns push messages
 * on (OneSpan §1.1 and §1.3, the number is a guess there). Ours comes from the far end, so that neither an activation
 * nor a type that the vendor may add is ever taken for it.
 */
const MESSAGE_TYPE = '90';

/** Far above what a code has, 58 with a gateway identifier of 16 characters. In bytes of UTF-8. */
const MAXIMUM_BYTES = 512;

/** Writes `01;90;<challengeKey>;<gatewayId>`. @throws RangeError for what could not be read again */
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
