export type RendererFailure =
  'unreachable' | 'timeout' | 'redirected' | 'refused' | 'wrong-type' | 'too-large' | 'not-an-image';

/**
 * A renderer outside this program failed. It has no cause: what the network library says of a failed request may quote
 * its address, which carries what the image says.
 */
export class RendererError extends Error {
  override readonly name = 'RendererError';
  readonly code: RendererFailure;

  /** By name, for the reason that `GatewayError` has. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'RendererError';
  }

  /** @param detail a status or a system's error code; nothing that was sent */
  constructor(code: RendererFailure, detail?: string) {
    super(`the image renderer failed: ${code}${detail === undefined ? '' : ` (${detail})`}`);
    this.code = code;
  }
}
