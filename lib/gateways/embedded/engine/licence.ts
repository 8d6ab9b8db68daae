import type { KeyRing } from '../../../crypto/key-ring';
import type { LicenceMessage } from '../../../crypto/messages/licence-message';
import { bytesFromHex, type Bytes } from '../../../shared/bytes';

/** What one person may activate: a key that all their devices share, and how many devices there may be. */
export type Licence = {
  /** `VDS` and seven digits. */
  serialNumber: string;
  userId: string;
  /** Empty when the installation has a single domain. */
  domain: string;
  /** 32 bytes in hexadecimal, sealed in the context `licence <serial number> key`. */
  sealedKey: string;
  /** 0 for any number. */
  activationLimit: number;
  pinMinimumLength: number;
  pinMaximumLength: number;
  notificationsEnabled: boolean;
  /** The number that the next device gets. */
  nextSequenceNumber: number;
  /** Grows with every registration. */
  version: number;
  createdAt: Date;
};

export function licenceKeyContext(serialNumber: string): string {
  return `licence ${serialNumber} key`;
}

export async function openLicenceKey(keyRing: KeyRing, { sealedKey, serialNumber }: Licence): Promise<Bytes> {
  return bytesFromHex(await keyRing.decrypt(sealedKey, licenceKeyContext(serialNumber)));
}

/** What a phone is told of it. @param licenceKey the one that this phone gets, 32 bytes */
export function licenceMessageOf(licence: Licence, licenceKey: Bytes, serverTime: Date): LicenceMessage {
  const { serialNumber, pinMinimumLength, pinMaximumLength, notificationsEnabled } = licence;
  return { serialNumber, licenceKey, pinMinimumLength, pinMaximumLength, notificationsEnabled, serverTime };
}
