import type { Bytes } from '../../shared/bytes';
import type { ImageSignature } from './image-signer';

/** The kinds of activation image. */
export const IMAGE_KINDS = ['cronto', 'colour', 'black-and-white'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** PORT: paints activation images of one kind. */
export interface ImageRenderer {
  /**
   * @param payload at most 512 bytes, as UTF-8 or, offline, in hexadecimal
   * @param signature for the kinds that can carry one; null for an unsigned image
   * @returns a square PNG, quiet zone included
   * @throws RendererError if an external renderer fails
   */
  render(payload: string, signature: ImageSignature | null): Promise<Bytes>;
}

export type ImageRenderers = Record<Exclude<ImageKind, 'cronto'>, ImageRenderer> & {
  /** Null if no Cronto renderer is configured. */
  cronto: ImageRenderer | null;
};

export type RendererFailure =
  | 'unreachable'
  | 'timeout'
  | 'redirected'
  | 'refused'
  | 'wrong-type'
  | 'too-large'
  | 'not-an-image';

/**
 * An external renderer failed. Has no `cause`: the network library may quote the request's URL, which contains the
 * payload.
 */
export class RendererError extends Error {
  override readonly name = 'RendererError';
  readonly code: RendererFailure;

  /** Compares names, as `GatewayError` does. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'RendererError';
  }

  /** @param detail an HTTP status or a system error code; nothing of the request */
  constructor(code: RendererFailure, detail?: string) {
    super(`the image renderer failed: ${code}${detail === undefined ? '' : ` (${detail})`}`);
    this.code = code;
  }
}
