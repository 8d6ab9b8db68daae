import { openActivationMessage2, type InstanceMessage } from '@/lib/crypto/messages/activation-message-2';
import { signActivation } from '@/lib/crypto/messages/activation-signature';
import { generateDeviceCode } from '@/lib/crypto/messages/device-code';
import { decodeOfflineMessage, type OfflineMessage1 } from '@/lib/crypto/messages/offline-message';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import type { Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../phones/activate-device';

/** A phone without a network and without a screen: what it would show for the two images that it has scanned. */
export class FakeOfflinePhone {
  readonly first: OfflineMessage1;
  /** 26 digits. */
  readonly deviceCode: string;

  private constructor(first: OfflineMessage1, deviceCode: string) {
    this.first = first;
    this.deviceCode = deviceCode;
  }

  /** @param activationMessage1 what the first image says. @throws Error when it is no such message */
  static async scan(activationMessage1: string): Promise<FakeOfflinePhone> {
    const message = valueOf(decodeOfflineMessage(activationMessage1));
    if (message.kind !== 'first') throw new Error('not the first image');
    return new FakeOfflinePhone(message, await generateDeviceCode(message.licence.licenceKey, systemRandom));
  }

  /**
   * @param activationMessage2 what the second image says
   * @returns the signature, 16 digits. @throws Error when the image is not for this phone
   */
  async scanSecond(activationMessage2: string): Promise<string> {
    const { deviceCode, first } = this;
    const { sequenceNumber, instanceKey } = await this.#open(activationMessage2);
    const instanceId = formatInstanceId(first.licence.serialNumber, sequenceNumber);
    const { registrationIdentifier } = first;
    return signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  }

  /** What its one-time passwords come from. @param activationMessage2 as in `scanSecond` */
  async openInstanceKey(activationMessage2: string): Promise<Bytes> {
    return (await this.#open(activationMessage2)).instanceKey;
  }

  async #open(activationMessage2: string): Promise<InstanceMessage> {
    const message = valueOf(decodeOfflineMessage(activationMessage2));
    if (message.kind !== 'second') throw new Error('not the second image');
    if (message.registrationIdentifier !== this.first.registrationIdentifier) throw new Error('of another activation');
    const { licenceKey } = this.first.licence;
    return valueOf(await openActivationMessage2(licenceKey, this.deviceCode, message.activationMessage2));
  }
}
