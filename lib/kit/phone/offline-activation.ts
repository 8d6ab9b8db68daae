import { decodeOfflineMessage } from '../../wire/crypto/messages/offline-message';
import { finishOffline } from '../../phone/offline/finish-offline';
import { beginOffline, openSecondImage } from '../../phone/offline/offline-images';
import type { ProtectedKey } from '../../phone/keys/protected-key';
import type { Begun } from '../../phone/offline/offline-steps';
import type { Issuer } from '../../phone/site/judge-image';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import { systemRandom } from '../../shared/random';
import type { Device } from './device';
import { acceptedBy, PhoneRefused } from './phone-refused';

/** An activation by two images and two typed codes. The phone makes no call for it. */
export class OfflineActivation {
  readonly #begun: Begun;
  readonly #issuer: Issuer;

  private constructor(pending: Begun, issuer: Issuer) {
    this.#begun = pending;
    this.#issuer = issuer;
  }

  /** @param code of the first image @param judge who issued it, for a user ID */
  static async begin(
    code: ScannedCode,
    judge: (userId: string) => Promise<Issuer>,
    now: Date,
  ): Promise<OfflineActivation> {
    const decoded = decodeOfflineMessage(code.text);
    if (!decoded.ok) throw new PhoneRefused(decoded.refusal === 'malformed' ? 'malformed-offline' : 'unknown-code');
    if (decoded.value.kind === 'second') throw new PhoneRefused('second-image');
    const issuer = await judge(decoded.value.userId);
    return new OfflineActivation(await beginOffline(decoded.value, systemRandom, now), issuer);
  }

  /** The code that the user enters on the page after the first image: 26 digits. */
  get deviceCode(): string {
    return this.#begun.deviceCode;
  }

  /**
   * Reads the second image, and chooses a PIN.
   * @returns the device, its key under the PIN, and the code that the user enters next: 16 digits
   */
  async finish(
    { text }: ScannedCode,
    { pin, description }: { pin: string; description: string },
    now: Date,
  ): Promise<{ device: Device; protectedKey: ProtectedKey; signature: string }> {
    const linked = acceptedBy(await openSecondImage(this.#begun, text));
    const { instance, signed } = acceptedBy(await finishOffline(linked, { pin, description }, now));
    const { instanceId, instanceKey, userId, domain } = linked;
    const device = { instanceId, userId, domain, issuer: this.#issuer, instanceKey };
    return { device, protectedKey: instance.protectedKey, signature: signed.signature };
  }
}
