import type { LoginRequestMessage } from '../crypto/login-request-message';
import type { Bytes } from '../shared/bytes';
import type { LoginCode } from '../shared/login-code';
import type { GatewayAddress } from './gateway-address';
import type { Instance } from './instance';

/* What the phone holds while its person signs in to the website with it. Each step takes one of these and gives the next. */

/** The image on the sign-in page has been read. */
export type ScannedLogin = { code: LoginCode; gateway: GatewayAddress };

/** The device to sign in with, its key opened by the PIN. */
export type LoginDevice = Pick<Instance, 'instanceId' | 'userId' | 'domain'> & { instanceKey: Bytes };

/**
 * The gateway has told who asks. Show all of it before anything is chosen: `origin` is to be compared with the address
 * bar, `browser` and `address` with where the person sits, and the number comes from that browser's page and from nowhere
 * else. Numbers do not help against somebody who reads the right one out to the person, so the screen should say that the
 * person must have opened the sign-in page themselves.
 */
export type LoginRequest = {
  request: LoginRequestMessage;
  device: LoginDevice;
  gateway: GatewayAddress;
};

/** Why a step of a login was refused. */
export type LoginRefusal =
  /** The image was read by a phone already, has been withdrawn, or its time is over; or this device may not be used. */
  | 'login-not-found'
  /** The chosen number is not the one that the website shows. The login is over. */
  | 'wrong-number'
  /** Any other refusal. */
  | 'login-refused';
