export type ProviderErrorCode = 'unreachable' | 'malformed' | 'other-issuer';

/** An OpenID provider failed, or is not the one that is configured. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: ProviderErrorCode;

  constructor(code: ProviderErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
