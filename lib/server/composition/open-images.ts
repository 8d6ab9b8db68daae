import type { ImageRenderer, ImageRenderers } from '../../wire/image/image-renderer';
import type { ImageSigner } from '../../wire/image/image-signer';
import { PrismaImageKeyStore } from '../../database/tables/activation/prisma-image-key-store';
import { CrontoRenderer } from '../../wire/image/renderers/cronto-renderer';
import { blackAndWhiteRenderer, colourRenderer } from '../../wire/image/renderers/qr-renderers';
import { StoredImageSigner } from '../../wire/image/renderers/stored-image-signer';
import type { Installation } from './installation';

/** @param cronto the gateway's own Cronto renderer, used unless another is configured */
export function openImages(
  { config, database, keyRing, clock }: Pick<Installation, 'config' | 'database' | 'keyRing' | 'clock'>,
  cronto: ImageRenderer | null,
): { imageSigner: ImageSigner; imageRenderers: ImageRenderers } {
  return {
    imageSigner: new StoredImageSigner(
      { store: new PrismaImageKeyStore(database), encrypter: keyRing, clock },
      {
        origin: new URL(config.publicUrl).origin,
        rotationMs: config.imageKeyRotationMs,
        imageLifetimeMs: config.activation.lifetimeMs,
      },
    ),
    imageRenderers: {
      cronto: config.crontoRendererUrl === null ? cronto : new CrontoRenderer(config.crontoRendererUrl),
      colour: colourRenderer,
      'black-and-white': blackAndWhiteRenderer,
    },
  };
}
