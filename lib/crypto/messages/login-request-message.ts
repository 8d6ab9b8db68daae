import { textFromUtf8, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/**
 * What the phone's person is asked for: to sign a browser in, or to show the helpdesk that it is they who call, which signs
 * nobody in.
 */
export type LoginPurpose = 'sign-in' | 'caller-check';

/** What the gateway tells a phone about who asks. */
export type LoginRequestMessage = {
  purpose: LoginPurpose;
  /** 32 hexadecimal digits in lower case. */
  challengeKey: string;
  /** How long it can be answered, in whole seconds from when it was sent; no clocks are compared. */
  secondsLeft: number;
  userId: string;
  domain: string;
  /** Of the website, as its operator set it; never what the asking browser claims. For instance `https://id.example.org`. */
  origin: string;
  /** Network address of the asking browser; empty when it is not known, and for a caller check. */
  address: string;
  /** The asking browser in words, as it describes itself, `Firefox on Windows`; for a caller check who asks, by name. */
  browser: string;
};

const VERSION = '01';
const MESSAGE_TYPE = '90';
const CALLER_CHECK = 'caller-check' satisfies LoginPurpose;

/**
 * Encrypts the request for one device; see `provisioning-profile.ts`. Inside is a semicolon list whose indexes 4 and 5
 * are user and domain, as apps of the vendor's expect it (OneSpan §3.4, code); the other positions are ours. Index 9 says
 * that it is a caller check, and is left out of a sign-in: an app that does not know it refuses the message, instead of
 * showing a caller check as a sign-in.
 * @param iv 12 bytes, random
 * @throws RangeError when a value holds a semicolon or a control character, for which the list has no escape
 */
export async function sealLoginRequest(
  instanceKey: Bytes,
  instanceId: string,
  message: LoginRequestMessage,
  iv: Bytes,
): Promise<Bytes> {
  const { challengeKey, secondsLeft, userId, domain, origin, address, browser, purpose } = message;
  const asked = [challengeKey, String(secondsLeft), userId, domain, origin, address, browser];
  const values = purpose === 'sign-in' ? asked : [...asked, CALLER_CHECK];
  if (values.some((value) => /[;\p{Cc}]/u.test(value))) throw new RangeError('a login request cannot hold this value');
  const text = [VERSION, MESSAGE_TYPE, ...values].join(';');
  return sealForChannel(instanceKey, 'login request', instanceId, utf8(text), iv);
}

export async function openLoginRequest(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<LoginRequestMessage, 'not-authentic' | 'malformed-login-request'>> {
  const opened = await openFromChannel(instanceKey, 'login request', instanceId, sealed);
  if (!opened.ok) return opened;
  try {
    return decode(textFromUtf8(opened.value));
  } catch {
    return refuse('malformed-login-request');
  }
}

function decode(text: string): Result<LoginRequestMessage, 'malformed-login-request'> {
  const [version, messageType, challengeKey, secondsLeft, ...rest] = text.split(';');
  const [userId, domain, origin, address, browser, purpose, ...unknown] = rest;
  if (version !== VERSION || messageType !== MESSAGE_TYPE || unknown.length > 0)
    return refuse('malformed-login-request');
  if (!challengeKey || !secondsLeft || !/^\d{1,6}$/.test(secondsLeft)) return refuse('malformed-login-request');
  if (!userId || domain === undefined || !origin || address === undefined || browser === undefined)
    return refuse('malformed-login-request');
  if (purpose !== undefined && purpose !== CALLER_CHECK) return refuse('malformed-login-request');
  return accept({
    purpose: purpose ?? 'sign-in',
    challengeKey,
    secondsLeft: Number(secondsLeft),
    userId,
    domain,
    origin,
    address,
    browser,
  });
}
