import { formatInstanceId } from '../../../../shared/identifiers/instance-id';
import { sealPush } from '../../../../wire/crypto/messages/push-message';
import { hexFromBytes } from '../../../../shared/bytes';
import { SECOND } from '../../../../shared/time/duration';
import { challengeKeyContext } from './challenge';
import { openInstanceKey, type DeviceInstance } from '../device-instance';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import { hashNotificationId } from '../phone-services/update-notification-id';

/** A challenge as it is sent to one device. */
export type SentLoginRequest = {
  /** Names the challenge; not secret. */
  id: string;
  /** The device that can open `message`. */
  instanceId: string;
  /** Hexadecimal; see `push-message.ts`. */
  message: string;
  /** Whole seconds in which it can be read. */
  secondsLeft: number;
};

export type PhoneInbox = {
  /** Owners of the phone's devices, one for each device. */
  owners: Owner[];
  requests: SentLoginRequest[];
};

/**
 * Lists what waits for a phone, for all its devices together. The push address alone reveals only that something waits:
 * each message is encrypted with its device's key, which the phone decrypts with the PIN.
 * @returns null when no device has this push address
 */
export async function listLoginRequests(context: GatewayContext, notificationId: string): Promise<PhoneInbox | null> {
  const devices = await context.store.findByNotification(await hashNotificationId(notificationId));
  if (devices.length === 0) return null;
  const requests = await Promise.all(devices.map((device) => requestsFor(context, device)));
  return { owners: devices.map(({ owner }) => owner), requests: requests.flat() };
}

async function requestsFor(
  { challenges, clock, random, keyRing }: GatewayContext,
  { instance, owner }: { instance: DeviceInstance; owner: Owner },
): Promise<SentLoginRequest[]> {
  const { encryptedKey, state } = instance;
  if (state !== 'active' || encryptedKey === null) return [];
  const now = clock.now();
  const sents = await challenges.listSentTo(owner, now);
  if (sents.length === 0) return [];
  const instanceId = formatInstanceId(instance.serialNumber, instance.sequenceNumber);
  const instanceKey = await openInstanceKey(keyRing, instanceId, encryptedKey);
  return Promise.all(
    sents.map(async ({ keyHash, expiresAt, ...challenge }) => {
      const challengeKey = await keyRing.decrypt(challenge.encryptedKey, challengeKeyContext(keyHash));
      const message = hexFromBytes(await sealPush(instanceKey, instanceId, challengeKey, random.bytes(12)));
      const secondsLeft = Math.floor((expiresAt.getTime() - now.getTime()) / SECOND);
      return { id: keyHash, instanceId, message, secondsLeft };
    }),
  );
}
