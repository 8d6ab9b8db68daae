import type { KeyRing } from '../../../wire/crypto/key-ring';
import type { LicenceMessage } from '../../../wire/crypto/messages/licence-message';
import { bytesFromHex, type Bytes } from '../../../shared/bytes';

/** A user's licence: the key that all their devices share, and the limit of devices. */
export type Licence = {
  /** `VDS` and seven digits. */
  serialNumber: string;
  userId: string;
  /** Empty when the installation has a single domain. */
  domain: string;
  /** 32 bytes in hexadecimal, encrypted in the context `licence <serial number> key`. */
  encryptedKey: string;
  /** 0 for no limit. */
  activationLimit: number;
  pinMinimumLength: number;
  pinMaximumLength: number;
  notificationsEnabled: boolean;
  /** Sequence number of the next device. */
  nextSequenceNumber: number;
  /** Incremented by every registration. */
  version: number;
  createdAt: Date;
};

export function licenceKeyContext(serialNumber: string): string {
  return `licence ${serialNumber} key`;
}

export async function openLicenceKey(keyRing: KeyRing, { encryptedKey, serialNumber }: Licence): Promise<Bytes> {
  return bytesFromHex(await keyRing.decrypt(encryptedKey, licenceKeyContext(serialNumber)));
}

/** The licence as it is sent to a phone. @param licenceKey for this phone, 32 bytes */
export function licenceMessageOf(licence: Licence, licenceKey: Bytes, serverTime: Date): LicenceMessage {
  const { serialNumber, pinMinimumLength, pinMaximumLength, notificationsEnabled } = licence;
  return { serialNumber, licenceKey, pinMinimumLength, pinMaximumLength, notificationsEnabled, serverTime };
}
