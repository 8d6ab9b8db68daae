import type { LoginRequestMessage } from '../../crypto/messages/login-request-message';
import type { Bytes } from '../../shared/bytes';
import type { GatewayAddress } from '../gateway-address';
import type { Instance } from '../accounts/instance';

/* What the phone holds while its person signs in to the website with it. Each step takes one of these and gives the next. */

/** The image on the sign-in page has been read. `challengeKey` is 32 hexadecimal digits in lower case. */
export type ScannedLogin = { way: 'scan'; challengeKey: string; gateway: GatewayAddress };

/** The gateway has told this phone that a sign-in waits for it. */
export type PushedLogin = {
  way: 'push';
  /** Names the sign-in, and is no secret. */
  id: string;
  /** The device that can open `message`. */
  instanceId: string;
  /** See `push-message.ts`. */
  message: Bytes;
  /** When it can no longer be read: milliseconds since 1970, by the phone's clock. */
  readUntil: number;
  gateway: GatewayAddress;
};

/** How the phone learned of a sign-in. */
export type LoginSource = ScannedLogin | PushedLogin;

/** A challenge that the phone may read; each way to learn of one has a prefix (OneSpan §3.4). */
export type LoginChallenge = Omit<ScannedLogin, 'way'> & { way: 'scan' | 'push' };

/** The device to sign in with, its key opened by the PIN. */
export type LoginDevice = Pick<Instance, 'instanceId' | 'userId' | 'domain'> & { instanceKey: Bytes };

/**
 * The gateway has told who asks, and for what. Show all of it before anything is chosen. For a sign-in `origin` is to be
 * compared with the address bar, `browser` and `address` with where the person sits, and the number comes from that
 * browser's page and from nowhere else. Numbers do not help against somebody who reads the right one out to the person, so
 * the screen should say that the person must have opened the sign-in page themselves. For a caller check the helpdesk says
 * the number, and the screen should say that the person must have called it themselves.
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

/** Why a step of a login was refused. */
export type LoginRefusal =
  /** The image was read by a phone already, has been withdrawn, or its time is over; or this device may not be used. */
  | 'login-not-found'
  /** The typed number is not the one that the website shows. The login is over. */
  | 'wrong-number'
  /** A number before was wrong, and the gateway waits before it lets the person's phones read again. */
  | 'paused'
  /** Any other refusal. */
  | 'login-refused';
