import { openActivationMessage2 } from '../../crypto/messages/activation-message-2';
import { decodeOfflineMessage } from '../../crypto/messages/offline-message';
import { formatInstanceId } from '../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../shared/result';
import type { Begun, OfflineLinked } from './offline-steps';

/** Why an image is not the second one of the activation that is under way. */
export type SecondImageRefusal =
  /** Nothing of an offline activation. */
  | 'no-second-image'
  | 'malformed-second-image'
  /** The website shows this one until it has taken the device code. */
  | 'still-first-image'
  | 'other-activation'
  /** Altered on its way, or made for another device code. */
  | 'not-for-this-phone';

/** @param text what the image says */
export async function openSecondImage(begun: Begun, text: string): Promise<Result<OfflineLinked, SecondImageRefusal>> {
  const decoded = decodeOfflineMessage(text);
  if (!decoded.ok) return refuse(decoded.refusal === 'malformed' ? 'malformed-second-image' : 'no-second-image');
  const message = decoded.value;
  const { registrationIdentifier, licence, deviceCode } = begun;
  if (message.registrationIdentifier !== registrationIdentifier) return refuse('other-activation');
  if (message.kind === 'first') return refuse('still-first-image');
  const opened = await openActivationMessage2(licence.licenceKey, deviceCode, message.activationMessage2);
  if (!opened.ok) return refuse('not-for-this-phone');
  const { sequenceNumber, instanceKey } = opened.value;
  return accept({ ...begun, instanceKey, instanceId: formatInstanceId(licence.serialNumber, sequenceNumber) });
}
