import type { OfflineMessage1 } from '../../wire/crypto/messages/offline-message';
import type { Bytes } from '../../shared/bytes';

/* The phone's state during an offline activation: each step takes one and returns the next. */

/** After the first image: the user types the device code on the website. */
export type Begun = OfflineMessage1 & {
  /** 26 digits. */
  deviceCode: string;
  /** By the phone's clock. */
  begunAt: Date;
};

/** After the second image: the user chooses a PIN next. */
export type OfflineLinked = Begun & {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  instanceKey: Bytes;
};

/** The account is stored, and the user types the signature on the website. */
export type Signed = {
  registrationIdentifier: string;
  instanceId: string;
  /** 16 digits. */
  signature: string;
};

/** What survives a reload. */
export type PendingOffline = ({ stage: 'device-code' } & Begun) | ({ stage: 'signature' } & Signed);
