import type { LicenceMessage } from '../../crypto/messages/licence-message';
import type { ActivationPayload } from '../../shared/codes/activation-payload';
import type { Bytes } from '../../shared/bytes';
import type { GatewayAddress } from '../gateway-address';

/*
 * What the phone holds between the connections. Each connection takes one of these and gives the next. Whatever chance a
 * connection needs is drawn before it is made, so that one whose answer was lost is repeated to the letter: the gateway
 * answers the same again, and takes anything else for a second phone.
 */

/** What the gateway holds for this activation. */
export type Begun = { payload: ActivationPayload; gateway: GatewayAddress };

/** The activation image has been read, and SRP's a is drawn; see `lib/crypto/srp/srp.ts`. */
export type Scanned = Begun & { a: bigint };

/** Connection 1 is made. SRP's A, B and s. */
export type Connected = Scanned & { A: bigint; B: bigint; s: Bytes };

/** Connection 2 is made: the gateway is the real one, and has given the licence. The device code is drawn. */
export type Licensed = Begun & { licence: LicenceMessage; deviceCode: string };

/** Connection 3 is made: the gateway knows the device. Time to choose a PIN. */
export type Linked = Licensed & {
  description: string;
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  instanceKey: Bytes;
};

/** One of the first three connections, with what it is made from. */
export type Connection = { number: 1; from: Scanned } | { number: 2; from: Connected } | { number: 3; from: Licensed };

/** The connection that is due next. The PIN is chosen before the last. */
export type Due = Connection | { number: 4; from: Linked };
