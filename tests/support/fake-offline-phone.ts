import { openActivationMessage2 } from '@/lib/crypto/activation-message-2';
import { signActivation } from '@/lib/crypto/activation-signature';
import { generateDeviceCode } from '@/lib/crypto/device-code';
import { decodeOfflineMessage, type OfflineMessage1 } from '@/lib/crypto/offline-message';
import { formatInstanceId } from '@/lib/shared/instance-id';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from './activate-device';

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
    const message = valueOf(decodeOfflineMessage(activationMessage2));
    if (message.kind !== 'second') throw new Error('not the second image');
    const { registrationIdentifier } = message;
    const { licenceKey, serialNumber } = this.first.licence;
    const opened = await openActivationMessage2(licenceKey, this.deviceCode, message.activationMessage2);
    const { sequenceNumber, instanceKey } = valueOf(opened);
    const instanceId = formatInstanceId(serialNumber, sequenceNumber);
    return signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode: this.deviceCode });
  }
}
