export type GatewayFailureCode =
  | 'unreachable'
  | 'timeout'
  /** The gateway, or a proxy in front of it, answers 5xx instead of a reply (RFC 9110 §15.6). A later try may succeed. */
  | 'failing'
  /** The gateway sheds load or limits this phone's network. A later try may succeed. */
  | 'busy'
  | 'malformed-reply'
  | 'wrong-key';

const PASSING = new Set<GatewayFailureCode>(['unreachable', 'timeout', 'failing', 'busy']);

/** The gateway could not be reached or did not work. Refusals by a rule are returned values instead. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
  readonly code: GatewayFailureCode;
  /** From `Retry-After`; null when absent. */
  readonly retryAfterMs: number | null;

  constructor(code: GatewayFailureCode, { retryAfterMs = null, ...options }: FailureOptions = {}) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether a retry may help. */
  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

type FailureOptions = ErrorOptions & { retryAfterMs?: number | null };
