import type { LicenceMessage } from '../../wire/crypto/messages/licence-message';
import type { ActivationPayload } from '../../shared/codes/activation-payload';
import type { Mosaic } from '../../shared/codes/mosaic';
import type { Bytes } from '../../shared/bytes';
import type { GatewayAddress } from '../gateway-address';

/*
 * The phone's state between connections: each connection takes one and returns the next. Random values are drawn before the
 * connection that sends them, so that a retry sends the same bytes. The gateway answers those again, and takes anything else
 * for a second phone.
 */

export type Begun = { payload: ActivationPayload; gateway: GatewayAddress };

/** The activation image is read, and SRP's `a` is drawn (`lib/wire/crypto/srp/srp.ts`). */
export type Scanned = Begun & { a: bigint };

/** After connection 1, with SRP's `A`, `B` and `s`. */
export type Connected = Scanned & { A: bigint; B: bigint; s: Bytes };

/** After connection 2: the gateway is genuine and has sent the licence. The device code is drawn. */
export type Licensed = Begun & { salt: Bytes; licence: LicenceMessage; deviceCode: string };

/** After connection 3: the gateway knows the device. The user chooses a PIN next. */
export type Linked = Licensed & {
  description: string;
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  instanceKey: Bytes;
  /** What the website shows too; null at a gateway that has not committed to the key. */
  mosaic: Mosaic | null;
};

/** One of the first three connections, with what it is made from. */
export type Connection = { number: 1; from: Scanned } | { number: 2; from: Connected } | { number: 3; from: Licensed };

/** The connection that is due next. The PIN is chosen before the last. */
export type Due = Connection | { number: 4; from: Linked };
