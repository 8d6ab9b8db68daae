export type GatewayFailureCode =
  | 'unreachable'
  | 'timeout'
  /** The gateway sheds load or limits this phone's network. A later try may succeed. */
  | 'busy'
  | 'malformed-reply'
  | 'wrong-key';

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
    return this.code === 'unreachable' || this.code === 'timeout' || this.code === 'busy';
  }
}

type FailureOptions = ErrorOptions & { retryAfterMs?: number | null };
