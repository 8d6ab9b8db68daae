import { sentenceFor, type PhoneProblem } from '../../phone/phone-problem';
import type { Result } from '../../shared/result';

/** The gateway, the site or the phone itself said no. Where the gateway failed instead, a `GatewayFailure` says so. */
export class PhoneRefused extends Error {
  override readonly name = 'PhoneRefused';
  readonly code: PhoneProblem;

  constructor(code: PhoneProblem) {
    super(`${code}: ${sentenceFor(code)}`);
    this.code = code;
  }
}

/**
 * The test called a step before the one that it follows, for a request that does not exist, or for a PIN within the
 * pause after a wrong one. The gateway was not called.
 */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly code: 'out-of-order' | 'nothing-sent' | 'too-early';

  constructor(code: NotYet['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** @throws PhoneRefused for a refusal */
export function acceptedBy<Value>(result: Result<Value, PhoneProblem>): Value {
  if (!result.ok) throw new PhoneRefused(result.refusal);
  return result.value;
}
