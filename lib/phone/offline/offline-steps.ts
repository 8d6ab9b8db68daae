import type { OfflineMessage1 } from '../../crypto/messages/offline-message';
import type { Bytes } from '../../shared/bytes';

/* What the phone holds during an offline activation. Each step takes one of these and gives the next. */

/** The phone has drawn the device code that the person types on the website. */
export type Begun = OfflineMessage1 & {
  /** 26 digits. */
  deviceCode: string;
  /** By the phone's clock. */
  begunAt: Date;
};

/** The second image has been read. Time to choose a PIN. */
export type OfflineLinked = Begun & {
  /** For instance `VDS1000042-1`. */
  instanceId: string;
  instanceKey: Bytes;
};

/** The account is stored, and only the website knows whether it takes the signature. */
export type Signed = {
  registrationIdentifier: string;
  instanceId: string;
  /** 16 digits. */
  signature: string;
};

/** What outlives a reload. */
export type PendingOffline = ({ stage: 'device-code' } & Begun) | ({ stage: 'signature' } & Signed);
