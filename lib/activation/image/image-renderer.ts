import type { Bytes } from '../../shared/bytes';
import type { ImageSignature } from './image-signer';

/** How an activation image can look. */
export const IMAGE_KINDS = ['cronto', 'colour', 'black-and-white'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** PORT: paints activation images of one kind. */
export interface ImageRenderer {
  /**
   * @param payload at most 512 bytes, as UTF-8 or, offline, in hexadecimal
   * @param signature for the kinds that can carry one; null when nothing vouches for the image
   * @returns a square PNG, quiet zone included
   * @throws RendererError when something outside this program paints, and fails
   */
  render(payload: string, signature: ImageSignature | null): Promise<Bytes>;
}

export type ImageRenderers = Record<Exclude<ImageKind, 'cronto'>, ImageRenderer> & {
  /** Null where no renderer of Cronto images is configured. */
  cronto: ImageRenderer | null;
};

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
