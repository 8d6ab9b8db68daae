import type { UserKey } from '../../shared/identifiers/user-key';
import type {
  AskingAgent,
  AskingBrowser,
  OpenedPhoneChallenge,
  PhoneCapabilities,
  PhoneChallenge,
  PhoneChallengeGateway,
  PhoneChallengeId,
  PhoneOwner,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { PhoneConfirmationId } from '../../shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '../../shared/identifiers/phone-sign-in-id';
import type { ChallengeRequest } from './engine/challenges/open-challenge';
import { DEFAULT_GATEWAY_SETTINGS } from './engine/gateway-settings';
import type { EmbeddedGateway } from './engine/embedded-gateway';
import type { CallerRequestId } from '../../shared/identifiers/caller-request-id';
import { formatLoginCode } from '../../shared/codes/login-code';
import type { Result } from '../../shared/result';
import { ask } from './ask';

/** The gateway in this process. */
export class EmbeddedPhoneChallengeGateway implements PhoneChallengeGateway {
  readonly capabilities: PhoneCapabilities = {
    image: true,
    push: true,
    callerCheck: true,
    notMe: true,
    typedResponse: 'not-offered',
    wantsPassword: false,
    showsAsker: true,
    timeLimitMs: DEFAULT_GATEWAY_SETTINGS.challengeLifetimeMs,
  };
  readonly openFor = null;
  readonly typedResponses = null;
  readonly #gateway: EmbeddedGateway;
  readonly #gatewayId: string;
  readonly #origin: string;

  /**
   * @param gatewayId lets phones of another gateway recognize that the image is not for them
   * @param publicUrl the website's; phones show its origin
   */
  constructor(gateway: EmbeddedGateway, gatewayId: string, publicUrl: string) {
    this.#gateway = gateway;
    this.#gatewayId = gatewayId;
    this.#origin = new URL(publicUrl).origin;
  }

  async open(id: PhoneSignInId | PhoneConfirmationId, asking: AskingBrowser): Promise<OpenedPhoneChallenge> {
    const { challengeKey, ...challenge } = await this.#ask(id, asking, null);
    return { ...challenge, code: formatLoginCode({ challengeKey, gatewayId: this.#gatewayId }), typedKey: null };
  }

  async send(id: PhoneSignInId | PhoneConfirmationId, asking: AskingBrowser, addressee: UserKey) {
    const { number, expiresAt } = await this.#ask(id, asking, addressee);
    return { number, expiresAt };
  }

  async challengeCaller(id: CallerRequestId, { agent, words }: AskingAgent, addressee: UserKey) {
    const asking = { purpose: 'caller-check', address: '', browser: agent, words } as const;
    const { number, expiresAt } = await this.#open({ requestKey: id, ...asking, addressee });
    return { number, expiresAt, image: null };
  }

  async observe(id: PhoneChallengeId): Promise<PhoneChallenge | null> {
    const challengeObservation = await ask(() => this.#gateway.observeChallenge(id));
    if (!challengeObservation) return null;
    const { address, ...challenge } = challengeObservation;
    return { ...challenge, askedFrom: address === '' ? null : address };
  }

  async cancel(id: PhoneChallengeId): Promise<void> {
    await ask(() => this.#gateway.cancelChallenge(id));
  }

  async redeem(
    id: PhoneChallengeId,
    returned: string | null = null,
  ): Promise<Result<PhoneOwner, 'not-approved' | 'device-not-usable'>> {
    return ask(() => this.#gateway.redeemChallenge(id, returned));
  }

  #ask(
    requestKey: PhoneSignInId | PhoneConfirmationId,
    { address, browser, purpose }: AskingBrowser,
    addressee: UserKey | null,
  ) {
    return this.#open({ requestKey, purpose: purpose ?? 'sign-in', address: address ?? '', browser, addressee });
  }

  #open(request: Omit<ChallengeRequest, 'origin'>) {
    return ask(() => this.#gateway.openChallenge({ ...request, origin: this.#origin }));
  }
}
