export type GatewayFailureCode =
  | 'unreachable'
  | 'timeout'
  /** It has more to do than it can, or this phone's network has asked too much: to be asked again in a moment. */
  | 'busy'
  | 'malformed-reply'
  | 'wrong-key';

/** The gateway failed the phone. Thrown; what the gateway refuses by a rule is returned instead. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly code: GatewayFailureCode;

  constructor(code: GatewayFailureCode, options?: ErrorOptions) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
  }
}
