import type { KeyRing } from '../../../wire/crypto/key-ring';
import type { Keeping } from '../../../shared/keeping';
import { bytesFromHex, type Bytes } from '../../../shared/bytes';

/** A licence that is activated on one device. */
export type DeviceInstance = {
  serialNumber: string;
  sequenceNumber: number;
  /** 32 bytes in hexadecimal, encrypted in the context `instance <instance identifier> key`; null once removed. */
  encryptedKey: string | null;
  /** 26 digits. */
  deviceCode: string;
  /** The phone's own name for itself until the user renames it; may be empty. At most 255 characters. */
  description: string;
  state: 'active' | 'locked' | 'removed';
  activatedAt: Date;
  lastUsedAt: Date | null;
  /** Time step of the last one-time password accepted. */
  lastAcceptedStep: number;
  /** The phone's push address, encrypted in the context `instance <instance identifier> notification`. */
  encryptedNotificationId: string | null;
  /** SHA-256 of the push address in hexadecimal, by which a polling phone is found. */
  notificationHash: string | null;
  /** As the device has said last; null for one that has not. */
  keeping: Keeping | null;
};

/** The parts of `VDS1000042-1`. */
export type InstanceName = Pick<DeviceInstance, 'serialNumber' | 'sequenceNumber'>;

export function instanceKeyContext(instanceId: string): string {
  return `instance ${instanceId} key`;
}

export function notificationContext(instanceId: string): string {
  return `instance ${instanceId} notification`;
}

export function pushSubscriptionContext(instanceId: string): string {
  return `instance ${instanceId} push`;
}

/** @param encryptedKey from `DeviceInstance`, or from the registration that it is still part of */
export async function openInstanceKey(keyRing: KeyRing, instanceId: string, encryptedKey: string): Promise<Bytes> {
  return bytesFromHex(await keyRing.decrypt(encryptedKey, instanceKeyContext(instanceId)));
}
