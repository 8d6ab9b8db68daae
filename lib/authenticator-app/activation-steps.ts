import type { LicenceMessage } from '../crypto/licence-message';
import type { ActivationPayload } from '../shared/activation-payload';
import type { Bytes } from '../shared/bytes';
import type { GatewayAddress } from './gateway-address';

/* What the phone holds between the connections. Each connection takes one of these and gives the next. */

/** The activation image has been read. */
export type Scanned = { payload: ActivationPayload; gateway: GatewayAddress };

/** Connection 1 is made. SRP's a, A, B and s; see `lib/crypto/srp.ts`. */
export type Connected = Scanned & { a: bigint; A: bigint; B: bigint; s: Bytes };

/** Connection 2 is made: the gateway is the real one, and has given the licence. */
export type Licensed = Scanned & { licence: LicenceMessage };

/** Connection 3 is made: the gateway knows the device. Time to choose a PIN. */
export type Linked = Licensed & {
  deviceCode: string;
  description: string;
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  instanceKey: Bytes;
};
