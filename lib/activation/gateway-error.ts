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

/** The gateway failed. Thrown by adapters of the gateway ports, never for a refusal. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;

  /**
   * Compares names: Next.js instantiates modules more than once in a process, so an adapter may throw another copy of
   * this class than the one that a page catches.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'GatewayError';
  }

  constructor(code: GatewayErrorCode, options?: ErrorOptions) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
  }
}
