/**
 * `refused-credentials`: the gateway does not let Tessera itself in. `untrusted`: it could not prove by TLS who it is.
 * `too-large`: its reply was longer than any should be. `circuit-open`: it was not asked, since it did not answer lately.
 */
export type GatewayErrorCode =
  'unreachable' | 'timeout' | 'malformed-reply' | 'refused-credentials' | 'too-large' | 'untrusted' | 'circuit-open';

/** The gateway failed us. Thrown by adapters of the gateway ports, never for a refusal by a rule. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;

  /**
   * By name: Next.js instantiates modules more than once in a process, so that this class is not the only one of its
   * kind, and an adapter opened at the start throws another one than a page looks for.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'GatewayError';
  }

  constructor(code: GatewayErrorCode, options?: ErrorOptions) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
  }
}
