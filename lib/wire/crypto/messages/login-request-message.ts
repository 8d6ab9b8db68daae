import { textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/** Purposes besides signing another device's browser in. Only `sign-in-here` opens a session too. */
const OTHER_PURPOSES = ['sign-in-here', 'caller-check', 'bind-device', 'step-up'] as const;

/**
 * What the user approves: signing a browser in, or the one in which the phone itself lives; proving to the helpdesk that they are the caller, or that a browser in
 * which they are signed in binds another device, or changes their devices or account.
 */
export type LoginPurpose = 'sign-in' | (typeof OTHER_PURPOSES)[number];

/** What the gateway sends a phone about the requester. */
export type LoginRequestMessage = {
  purpose: LoginPurpose;
  /** 32 hexadecimal digits in lower case. */
  challengeKey: string;
  /** Time left to answer, in whole seconds from sending; clocks are not compared. */
  secondsLeft: number;
  userId: string;
  domain: string;
  /**
   * The website's configured origin, never what the requesting browser claims. For instance `https://id.example.org`.
   */
  origin: string;
  /** Network address of the requesting browser; empty when unknown, and for a caller check. */
  address: string;
  /** The requesting browser as it describes itself, `Firefox on Windows`; for a caller check the agent's name. */
  browser: string;
  /** The two words of a caller check; empty for others, and from a gateway that sends none. */
  words: string;
};

const VERSION = '01';
const MESSAGE_TYPE = '90';

/**
 * Encrypts the request for one device; see `provisioning-profile.ts`. The plaintext is a semicolon list whose indexes 4
 * and 5 are user and domain, as the vendor's apps expect it (OneSpan §3.4, code); the other positions are ours. Index 9
 * says what else than a sign-in it is for, so that an app that does not know it refuses the message instead of showing it
 * as a sign-in. A caller check comes from no address: its two words stand there, where an earlier app looks at nothing.
 * @param iv 12 bytes, random
 * @throws RangeError when a value contains a semicolon or a control character, which the list cannot escape
 */
export async function sealLoginRequest(
  instanceKey: Bytes,
  instanceId: string,
  message: LoginRequestMessage,
  iv: Bytes,
): Promise<Bytes> {
  const { challengeKey, secondsLeft, userId, domain, origin, address, browser, words, purpose } = message;
  const from = purpose === 'caller-check' ? words : address;
  const fields = [challengeKey, String(secondsLeft), userId, domain, origin, from, browser];
  const values = purpose === 'sign-in' ? fields : [...fields, purpose];
  if (values.some((value) => /[;\p{Cc}]/u.test(value))) throw new RangeError('a login request cannot hold this value');
  const text = [VERSION, MESSAGE_TYPE, ...values].join(';');
  return sealForChannel(instanceKey, 'login request', instanceId, utf8(text), iv);
}

export async function openLoginRequest(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<LoginRequestMessage, 'not-authentic' | 'malformed-login-request'>> {
  const result = await openFromChannel(instanceKey, 'login request', instanceId, sealed);
  if (!result.ok) return result;
  try {
    return decode(textFromUtf8(result.value));
  } catch {
    return refuse('malformed-login-request');
  }
}

function decode(text: string): Result<LoginRequestMessage, 'malformed-login-request'> {
  const [version, messageType, challengeKey, secondsLeft, ...rest] = text.split(';');
  const [userId, domain, origin, from, browser, purpose, ...unknown] = rest;
  if (version !== VERSION || messageType !== MESSAGE_TYPE || unknown.length > 0)
    return refuse('malformed-login-request');
  if (!challengeKey || !secondsLeft || !/^\d{1,6}$/.test(secondsLeft)) return refuse('malformed-login-request');
  if (!userId || domain === undefined || !origin || from === undefined || browser === undefined)
    return refuse('malformed-login-request');
  const other = OTHER_PURPOSES.find((candidate) => candidate === purpose);
  if (purpose !== undefined && other === undefined) return refuse('malformed-login-request');
  return accept({
    purpose: other ?? 'sign-in',
    challengeKey,
    secondsLeft: Number(secondsLeft),
    userId,
    domain,
    origin,
    ...(other === 'caller-check' ? { address: '', words: from } : { address: from, words: '' }),
    browser,
  });
}
