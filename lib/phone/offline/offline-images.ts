import { openActivationMessage2 } from '../../wire/crypto/messages/activation-message-2';
import { decodeOfflineMessage, type OfflineMessage1 } from '../../wire/crypto/messages/offline-message';
import { formatInstanceId } from '../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { Begun, OfflineLinked } from './offline-steps';
import { generateDeviceCode } from '../../wire/crypto/messages/device-code';
import type { Random } from '../../shared/random';

/** Why an image is not the second one of this activation. */
export type SecondImageRefusal =
  /** Not of an offline activation at all. */
  | 'no-second-image'
  | 'malformed-second-image'
  /** The website shows the first image until it has taken the device code. */
  | 'still-first-image'
  | 'other-activation'
  /** Altered, or made for another device code. */
  | 'not-for-this-phone';

export async function openSecondImage(
  pending: Begun,
  text: string,
): Promise<Result<OfflineLinked, SecondImageRefusal>> {
  const decoded = decodeOfflineMessage(text);
  if (!decoded.ok) return refuse(decoded.refusal === 'malformed' ? 'malformed-second-image' : 'no-second-image');
  const message = decoded.value;
  const { registrationIdentifier, licence, deviceCode } = pending;
  if (message.registrationIdentifier !== registrationIdentifier) return refuse('other-activation');
  if (message.kind === 'first') return refuse('still-first-image');
  const result = await openActivationMessage2(licence.licenceKey, deviceCode, message.activationMessage2);
  if (!result.ok) return refuse('not-for-this-phone');
  const { sequenceNumber, instanceKey } = result.value;
  return accept({ ...pending, instanceKey, instanceId: formatInstanceId(licence.serialNumber, sequenceNumber) });
}

/** Draws the device code for the first image. @param now the phone's clock */
export async function beginOffline(message: OfflineMessage1, random: Random, now: Date): Promise<Begun> {
  return { ...message, deviceCode: await generateDeviceCode(message.licence.licenceKey, random), begunAt: now };
}
