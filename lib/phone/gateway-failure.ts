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
  /** When a busy gateway wants to be asked again; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(code: GatewayFailureCode, { retryAfterMs = null, ...options }: FailureOptions = {}) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether asking again may help. */
  get isPassing(): boolean {
    return this.code === 'unreachable' || this.code === 'timeout' || this.code === 'busy';
  }
}

type FailureOptions = ErrorOptions & { retryAfterMs?: number | null };
