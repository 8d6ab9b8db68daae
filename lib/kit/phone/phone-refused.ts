import { sentenceFor, type PhoneProblem } from '../../cli/phone/phone-words';
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

/** @throws PhoneRefused for a refusal */
export function acceptedBy<Value>(result: Result<Value, PhoneProblem>): Value {
  if (!result.ok) throw new PhoneRefused(result.refusal);
  return result.value;
}
