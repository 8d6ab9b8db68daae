import type {
  Addressee,
  AskingBrowser,
  OpenedPhoneChallenge,
  PhoneChallenge,
  PhoneChallengeGateway,
  PhoneOwner,
} from '../../access/phone-challenge-gateway';
import type { PhoneSignInId } from '../../access/phone-sign-in-id';
import type { EmbeddedGateway } from '../../embedded-gateway/embedded-gateway';
import { formatLoginCode } from '../../shared/login-code';
import type { Result } from '../../shared/result';
import { ask } from './ask';

/** The gateway in this process. */
export class EmbeddedPhoneChallengeGateway implements PhoneChallengeGateway {
  readonly #gateway: EmbeddedGateway;
  readonly #gatewayId: string;
  readonly #origin: string;

  /**
   * @param gatewayId so that phones of another gateway know that the image is not for them
   * @param publicUrl how people reach the website; phones show its origin
   */
  constructor(gateway: EmbeddedGateway, gatewayId: string, publicUrl: string) {
    this.#gateway = gateway;
    this.#gatewayId = gatewayId;
    this.#origin = new URL(publicUrl).origin;
  }

  async open(id: PhoneSignInId, asking: AskingBrowser): Promise<OpenedPhoneChallenge> {
    const { challengeKey, ...opened } = await this.#openChallenge(id, asking, null);
    return { ...opened, code: formatLoginCode({ challengeKey, gatewayId: this.#gatewayId }) };
  }

  async send(id: PhoneSignInId, asking: AskingBrowser, addressee: Addressee) {
    const { number, expiresAt } = await this.#openChallenge(id, asking, addressee);
    return { number, expiresAt };
  }

  async observe(id: PhoneSignInId): Promise<PhoneChallenge | null> {
    const found = await ask(() => this.#gateway.observeChallenge(id));
    if (!found) return null;
    const { address, ...challenge } = found;
    return { ...challenge, askedFrom: address === '' ? null : address };
  }

  async cancel(id: PhoneSignInId): Promise<void> {
    await ask(() => this.#gateway.cancelChallenge(id));
  }

  async redeem(id: PhoneSignInId): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>> {
    return ask(() => this.#gateway.redeemChallenge(id));
  }

  async #openChallenge(id: PhoneSignInId, { address, browser }: AskingBrowser, addressee: Addressee | null) {
    const request = { requestKey: id, origin: this.#origin, address: address ?? '', browser, addressee };
    return ask(() => this.#gateway.openChallenge(request));
  }
}
