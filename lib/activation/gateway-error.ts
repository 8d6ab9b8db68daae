/**
 * `refused-credentials`: the gateway refused Tessera's own credentials. `untrusted`: TLS did not prove its identity.
 * `too-large`: its reply exceeded the limit. `circuit-open`: the circuit breaker refused the call.
 */
export type GatewayErrorCode =
  | 'unreachable'
  | 'timeout'
  | 'malformed-reply'
  | 'refused-credentials'
  | 'too-large'
  | 'untrusted'
  | 'circuit-open';

/**
 * What became of a call that failed. `not-sent`: the gateway received nothing, or says that it did nothing for now, so
 * the call may be made again. `unknown`: it may have been carried out, so read what the gateway has before one more try.
 * `final`: the gateway decided, and would decide the same again.
 */
export type GatewayOutcome = 'not-sent' | 'unknown' | 'final';

/** @property reason the gateway's own name of it, without secrets and names of people: `STAT_PERMISSION (1005)` */
type GatewayErrorOptions = ErrorOptions & { reason?: string };

/** The gateway failed. Thrown by adapters of the gateway ports, never for a refusal. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;
  readonly outcome: GatewayOutcome;
  readonly reason: string | null;

  /**
   * Compares names: Next.js instantiates modules more than once in a process, so an adapter may throw another copy of
   * this class than the one that a page catches.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'GatewayError';
  }

  constructor(code: GatewayErrorCode, outcome: GatewayOutcome, options: GatewayErrorOptions = {}) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
    this.outcome = outcome;
    this.reason = options.reason ?? null;
  }
}

/**
 * Makes a call that prepares another one: while it fails, that one has not been sent. What the gateway decided stays
 * final.
 */
export function beforeSending<Value>(prepare: () => Promise<Value>): Promise<Value> {
  return prepare().catch((error: unknown) => {
    throw error instanceof GatewayError && error.outcome === 'unknown' ? about(error, 'not-sent') : error;
  });
}

/** Makes a call that completes another one, which has been carried out whatever becomes of this one. */
export function afterSending<Value>(complete: () => Promise<Value>): Promise<Value> {
  return complete().catch((error: unknown) => {
    throw error instanceof GatewayError ? about(error, 'unknown') : error;
  });
}

function about(error: GatewayError, outcome: GatewayOutcome): GatewayError {
  return new GatewayError(error.code, outcome, { cause: error.cause, reason: error.reason ?? error.code });
}
