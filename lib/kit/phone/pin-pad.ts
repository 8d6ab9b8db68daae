import { pauseEnd } from '../../phone/keys/pin-pause';
import { PIN_TRIES, pauseAfter } from '../../shared/pin-tries';
import { unprotectKey, type ProtectedKey } from '../../phone/keys/protected-key';
import { NotYet, PhoneRefused } from './phone-refused';

/** A device's key under its PIN, with the app's tries and pauses. The phone of a test opens it only to enter a PIN. */
export class PinPad {
  readonly #instanceId: string;
  readonly #protectedKey: ProtectedKey;
  #triesLeft = PIN_TRIES;
  #mayTryAt = 0;

  constructor(instanceId: string, protectedKey: ProtectedKey) {
    this.#instanceId = instanceId;
    this.#protectedKey = protectedKey;
  }

  /** After the last the account is erased. */
  get triesLeft(): number {
    return this.#triesLeft;
  }

  /**
   * @throws PhoneRefused for a wrong PIN
   * @throws NotYet in the pause after a wrong one; it is not counted
   */
  async enter(pin: string, now: Date): Promise<void> {
    const at = now.getTime();
    if (pauseEnd({ triesLeft: this.#triesLeft, mayTryAt: this.#mayTryAt }, at) > at)
      throw new NotYet('too-early', 'the pause after a wrong PIN is not over');
    this.#triesLeft -= 1;
    this.#mayTryAt = at + pauseAfter(this.#triesLeft);
    if (!(await unprotectKey(this.#protectedKey, pin, this.#instanceId)).ok) throw new PhoneRefused('wrong-pin');
    this.#triesLeft = PIN_TRIES;
    this.#mayTryAt = 0;
  }
}
