import { systemRandom } from '../../../shared/random';
import { SECOND } from '../../../shared/time/duration';
import type { Account } from './accounts';
import type { OneSpanOptions } from './onespan-options';

/** A message that the server has sent: what a test reads in a person's place. */
export type SentMessage = { to: string; by: 'sms' | 'mail'; oneTimePassword: string; at: Date };

type Challenge = { account: Account; oneTimePassword: string; openedAt: Date };

/**
 * Virtual authenticators (OneSpan §4.10): one-time passwords that the server makes and sends. Which ones it keeps beside its
 * challenges, and for how long, is not published: here they last as long as a challenge does.
 */
export class VirtualAuthenticators {
  /** The oldest first. */
  readonly inbox: SentMessage[] = [];
  readonly #challenges = new Map<string, Challenge>();
  readonly #options: Pick<OneSpanOptions, 'virtualAuthenticator' | 'challengeAgeSeconds' | 'clock'>;

  constructor(options: Pick<OneSpanOptions, 'virtualAuthenticator' | 'challengeAgeSeconds' | 'clock'>) {
    this.#options = options;
  }

  /** Whether a password is what the policy's request method asks for. */
  isRequest({ staticPassword }: Account, password: string): boolean {
    const { virtualAuthenticator: policy } = this.#options;
    if (!policy || staticPassword === null) return false;
    const { method, keyword } = policy;
    if (method === 'Password') return password === staticPassword;
    return password === (method === 'KeywordPassword' ? keyword + staticPassword : staticPassword + keyword);
  }

  /** @returns the challenge's key; null for somebody without an address, or whose uses of a backup are over */
  send(account: Account): string | null {
    const { virtualAuthenticator: policy, clock } = this.#options;
    const to = policy?.delivery === 'mail' ? account.email : account.mobile;
    if (!policy || to === '' || account.virtualUsesLeft === 0) return null;
    if (account.virtualUsesLeft !== null) account.virtualUsesLeft -= 1;
    const [key, oneTimePassword] = [digits(10), digits(6)];
    this.#challenges.set(key, { account, oneTimePassword, openedAt: clock.now() });
    this.inbox.push({ to, by: policy.delivery, oneTimePassword, at: clock.now() });
    return key;
  }

  /** Once for each challenge that is answered rightly, and only for its person. */
  answer(key: string, account: Account, typed: string): boolean {
    const { clock, challengeAgeSeconds } = this.#options;
    const challenge = this.#challenges.get(key);
    if (challenge?.account !== account || challenge.oneTimePassword !== typed) return false;
    this.#challenges.delete(key);
    return clock.now().getTime() < challenge.openedAt.getTime() + challengeAgeSeconds * SECOND;
  }
}

function digits(count: number): string {
  return [...systemRandom.bytes(count)].map((byte) => String(byte % 10)).join('');
}
