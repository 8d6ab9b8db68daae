import { decodeOfflineMessage, type OfflineMessage1 } from '@/lib/wire/crypto/messages/offline-message';
import { signOffline } from '@/lib/phone/offline/finish-offline';
import { beginOffline, openSecondImage } from '@/lib/phone/offline/offline-images';
import type { Begun } from '@/lib/phone/offline/offline-steps';
import type { Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../phones/activate-device';

/** A phone without a network, a screen or a PIN: computes the codes that the real phone would show for two images. */
export class FakeOfflinePhone {
  readonly #begun: Begun;

  private constructor(begun: Begun) {
    this.#begun = begun;
  }

  /** @param activationMessage1 the first image's text. @throws Error when it is no first image */
  static async scan(activationMessage1: string): Promise<FakeOfflinePhone> {
    const message = valueOf(decodeOfflineMessage(activationMessage1));
    if (message.kind !== 'first') throw new Error('not the first image');
    return new FakeOfflinePhone(await beginOffline(message, systemRandom, new Date()));
  }

  get first(): OfflineMessage1 {
    return this.#begun;
  }

  /** 26 digits. */
  get deviceCode(): string {
    return this.#begun.deviceCode;
  }

  /**
   * @param activationMessage2 the second image's text
   * @returns the signature, 16 digits. @throws Error when the image is not for this phone
   */
  async scanSecond(activationMessage2: string): Promise<string> {
    const { signature } = await signOffline(valueOf(await openSecondImage(this.#begun, activationMessage2)));
    return signature;
  }

  /** The key of its one-time passwords. @param activationMessage2 as for `scanSecond` */
  async openInstanceKey(activationMessage2: string): Promise<Bytes> {
    return valueOf(await openSecondImage(this.#begun, activationMessage2)).instanceKey;
  }
}
