export type GatewayErrorCode = 'unreachable' | 'timeout' | 'malformed-reply';

/** The gateway failed us. Thrown by adapters of the gateway ports, never for a refusal by a rule. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;

  constructor(code: GatewayErrorCode, options?: ErrorOptions) {
    super(`the gateway failed: ${code}`, options);
    this.code = code;
  }
}
