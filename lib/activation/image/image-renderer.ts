import type { Bytes } from '../../shared/bytes';
import type { ImageSeal } from './image-signer';

/** How an activation image can look. */
export const IMAGE_KINDS = ['cronto', 'colour', 'black-and-white'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** PORT: paints activation images of one kind. */
export interface ImageRenderer {
  /**
   * @param payload at most 512 bytes, as UTF-8 or, offline, in hexadecimal
   * @param seal for the kinds that can carry one; null when nothing vouches for the image
   * @returns a square PNG, quiet zone included
   * @throws RendererError when something outside this program paints, and fails
   */
  render(payload: string, seal: ImageSeal | null): Promise<Bytes>;
}

export type ImageRenderers = Record<Exclude<ImageKind, 'cronto'>, ImageRenderer> & {
  /** Null where no renderer of Cronto images is configured. */
  cronto: ImageRenderer | null;
};
