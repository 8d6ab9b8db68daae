import type { LoginRequestMessage } from '../../wire/crypto/messages/login-request-message';
import type { Bytes } from '../../shared/bytes';
import type { GatewayAddress } from '../gateway-address';
import type { Instance } from '../accounts/instance';
import type { Issuer } from '../site/judge-image';

/* The phone's state during a login: each step takes one and returns the next. */

/**
 * A sign-in image was read. `challengeKey`: 32 hexadecimal digits in lower case. `issuer`: who made the image, where it was
 * judged.
 */
export type ScannedLogin = { way: 'scan'; challengeKey: string; gateway: GatewayAddress; issuer?: Issuer };

/** A sign-in that the gateway sent to this phone. */
export type PushedLogin = {
  way: 'push';
  /** Names the sign-in; not secret. */
  id: string;
  /** The device that can open `message`. */
  instanceId: string;
  /** @see openPush */
  message: Bytes;
  /** End of its life: milliseconds since 1970, by the phone's clock. */
  readUntil: number;
  gateway: GatewayAddress;
};

/** The sign-in page in the phone's own browser handed it over, which `judgeSignInLink` has found out. */
export type LinkedLogin = Omit<ScannedLogin, 'way' | 'issuer'> & {
  way: 'link';
  /** Which the page does not show: the person is at the device that asks. */
  number: string;
  userId: string;
};

/** How the phone learned of a sign-in. */
export type LoginSource = ScannedLogin | PushedLogin | LinkedLogin;

/** A challenge to read. Its `way` is part of the service's path (OneSpan §3.4). */
export type LoginChallenge = Omit<ScannedLogin, 'way' | 'issuer'> & { way: 'scan' | 'push' };

/** The device that answers, with its key unlocked. */
export type LoginDevice = Pick<Instance, 'instanceId' | 'userId' | 'domain'> & { instanceKey: Bytes };

/**
 * A request that was read: who asks, and for what. The screen must show all of it before the user decides. For a sign-in the
 * user compares `origin` with the address bar, and `browser` and `address` with their own, and takes the number from that
 * page alone. A number does not stop an attacker who reads the right one out to the user, so the screen must say that the
 * user must have opened the sign-in page themselves. For a caller check the helpdesk says the number, and the screen must say
 * that the user must have called it themselves.
 */
export type LoginRequest = {
  request: LoginRequestMessage;
  device: LoginDevice;
  gateway: GatewayAddress;
  way: LoginChallenge['way'];
};

/** The user types the number, changes their mind, or reports that it was not them. */
export type LoginAnswer = { number: string } | 'cancelled' | 'not-me';

/** Whether it has the form of the number that a website shows: 10 to 99. */
export function isLoginNumber(text: string): boolean {
  return /^[1-9]\d$/.test(text);
}

export type LoginRefusal =
  /** It is for the phone that started it, and was scanned, or the other way round. */
  | 'not-here'
  /** Another phone has read the challenge, it was withdrawn or has expired, or this device is locked. */
  | 'login-not-found'
  /** The typed number differs from the website's. The login has ended. */
  | 'wrong-number'
  /** After a wrong number the gateway pauses before the user's phones may read a challenge again. */
  | 'paused'
  /** Any other refusal. */
  | 'login-refused';
