import type { Services } from '../composition/compose';
import { beginActivation } from '../../phone/activation/begin-activation';
import { confirmActivation, signLastCall } from '../../phone/activation/confirm-activation';
import { linkPhone } from '../../phone/activation/drive-activation';
import { exchangeKeys } from '../../phone/activation/exchange-keys';
import { oneTimePasswordAt } from '../../phone/accounts/one-time-password-at';
import { callService, type Channel } from '../../phone/call-service';
import type { GatewayAddress } from '../../phone/gateway-address';
import { answerLogin, declineLogin } from '../../phone/login/answer-login';
import { fetchLoginRequest } from '../../phone/login/fetch-login-request';
import type { LoginAnswer, LoginDevice } from '../../phone/login/login-steps';
import { scanLogin } from '../../phone/login/scan-login';
import { utf8 } from '../../shared/bytes';
import { systemRandom } from '../../shared/random';
import { must } from './must';

/** More wrong proofs than the gateway allows. */
const GUESSES = 3;

/** The real phone without a screen or a PIN, whose calls reach a gateway in this process. */
export class DemoPhone {
  readonly #address: GatewayAddress;
  readonly #channel: Channel;
  readonly #description: string;

  constructor(
    { embeddedGateway: gateway, frontEnd }: Pick<Services, 'embeddedGateway' | 'frontEnd'>,
    description: string,
  ) {
    if (!gateway || !frontEnd) throw new TypeError('the demo needs the embedded gateway');
    // Never resolved: the gateway gets the path after `/rest/v2/`.
    this.#address = { gatewayUrl: 'http://demo.invalid', ...frontEnd };
    const services = `${this.#address.gatewayUrl}/rest/v2/`;
    this.#channel = {
      async send(url, { headers, body }) {
        const answer = await gateway.handle({
          service: url.slice(services.length),
          authorization: new Headers(headers).get('authorization'),
          body: utf8(typeof body === 'string' ? body : ''),
        });
        return { status: answer.status, json: answer.body };
      },
    };
    this.#description = description;
  }

  /**
   * Makes all four connections.
   * @param text the image's
   * @param pause called before the second and the third, and before the PIN
   */
  async activate(text: string, pause: () => void): Promise<LoginDevice> {
    const scanned = must(beginActivation(text, this.#address, systemRandom));
    const ports = { random: systemRandom, description: this.#description, channel: this.#channel, onConnected: pause };
    const linked = must(await linkPhone(scanned, ports));
    const owner = must(await confirmActivation(await signLastCall(linked), false, this.#channel));
    return { ...owner, instanceId: linked.instanceId, instanceKey: linked.instanceKey };
  }

  /** Proves a wrong activation password until the gateway ends the registration. */
  async guess(text: string): Promise<void> {
    const scanned = must(beginActivation(text, this.#address, systemRandom));
    await exchangeKeys(scanned, this.#channel);
    const { registrationIdentifier } = scanned.payload;
    const fields = { registrationIdentifier, clientEvidenceMessage: '1'.repeat(64) };
    for (let guess = 0; guess < GUESSES; guess++)
      await callService(this.#address, 'provisioning/DSAPPSRPGenerateActivationData', fields, this.#channel);
  }

  /** Answers the request of a sign-in image. */
  async signIn(code: string, device: LoginDevice, answer: LoginAnswer): Promise<void> {
    const login = must(
      await fetchLoginRequest(must(scanLogin(code, this.#address)), device, systemRandom, this.#channel),
    );
    if (typeof answer !== 'string') must(await answerLogin(login, answer.number, this.#channel));
    else must(await declineLogin(login, answer, systemRandom, this.#channel));
  }

  async oneTimePassword({ instanceKey }: LoginDevice, now: Date): Promise<string> {
    return (await oneTimePasswordAt(instanceKey, now)).oneTimePassword;
  }
}
