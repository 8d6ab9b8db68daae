import type { KeyRing } from '../../../crypto/key-ring';
import { bytesFromHex, type Bytes } from '../../../shared/bytes';

/** A licence activated on one device. */
export type DeviceInstance = {
  serialNumber: string;
  sequenceNumber: number;
  /** 32 bytes in hexadecimal, sealed in the context `instance <instance identifier> key`; null once removed. */
  sealedKey: string | null;
  /** 26 digits. */
  deviceCode: string;
  /** What the phone called itself until the person gives it another name; may be empty. At most 255 characters. */
  description: string;
  state: 'active' | 'locked' | 'removed';
  activatedAt: Date;
  lastUsedAt: Date | null;
  /** Time step of the last one-time password accepted. */
  lastAcceptedStep: number;
  /** The phone's push address, sealed in the context `instance <instance identifier> notification`. */
  sealedNotificationId: string | null;
  /** SHA-256 of the push address in hexadecimal, by which a phone that asks for its messages is found. */
  notificationHash: string | null;
};

/** What `VDS1000042-1` stands for. */
export type InstanceName = Pick<DeviceInstance, 'serialNumber' | 'sequenceNumber'>;

export function instanceKeyContext(instanceId: string): string {
  return `instance ${instanceId} key`;
}

export function notificationContext(instanceId: string): string {
  return `instance ${instanceId} notification`;
}

/** @param sealedKey of `DeviceInstance`, or of the registration that it is still part of */
export async function openInstanceKey(keyRing: KeyRing, instanceId: string, sealedKey: string): Promise<Bytes> {
  return bytesFromHex(await keyRing.decrypt(sealedKey, instanceKeyContext(instanceId)));
}
