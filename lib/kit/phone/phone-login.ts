import { readLogin, sendAnswer } from '../../phone/login/drive-login';
import type { LoginAnswer, LoginRequest, LoginSource } from '../../phone/login/login-steps';
import { isLoginNumber } from '../../phone/login/login-steps';
import type { Channel } from '../../phone/call-service';
import { systemRandom } from '../../shared/random';
import { loginDevice, type Device } from './device';
import { acceptedBy } from './phone-refused';

/** A request that the phone has read, for a sign-in or for a caller check. */
export class PhoneLogin {
  readonly #login: LoginRequest;
  readonly #channel: Channel;

  private constructor(login: LoginRequest, channel: Channel) {
    this.#login = login;
    this.#channel = channel;
  }

  /** @throws PhoneRefused when it has ended, or another phone has read it */
  static async read(source: LoginSource, device: Device, channel: Channel): Promise<PhoneLogin> {
    return new PhoneLogin(acceptedBy(await readLogin(source, loginDevice(device), systemRandom, channel)), channel);
  }

  /** The request as the phone's screen shows it. `words`: the two words of a caller check, which the agent's page shows, too; else empty. */
  get request(): { origin: string; browser: string; address: string; words: string; secondsLeft: number } {
    const { origin, browser, address, words, secondsLeft } = this.#login.request;
    return { origin, browser, address, words, secondsLeft };
  }

  /**
   * @param number that the page shows, or the agent says
   * @throws RangeError unless it has two digits
   * @throws PhoneRefused when it is another; the request has ended then
   */
  async approve({ number }: { number: string }): Promise<void> {
    if (!isLoginNumber(number)) throw new RangeError('the number of a sign-in has two digits, 10 to 99');
    await this.#answer({ number });
  }

  async decline(reason: 'cancelled' | 'not-me'): Promise<void> {
    await this.#answer(reason);
  }

  async #answer(answer: LoginAnswer): Promise<void> {
    acceptedBy((await sendAnswer(this.#login, answer, systemRandom, this.#channel)).sent);
  }
}
