import type { ImageRenderer } from '../image-renderer';
import { colourMatrix } from '../colour/colour-matrix';
import { palettePng, type Deflate } from '../colour/palette-png';
import { qrMatrix } from '../qr-matrix';
import { constants, deflateSync } from 'node:zlib';

/** Run-length compression only: takes a quarter of the time, and 1.6 KB instead of 1.4. */
export const deflateRuns: Deflate = (bytes) => deflateSync(bytes, { strategy: constants.Z_RLE });

const PIXELS_PER_MODULE = 8;

/** Ignores the signature. */
export const blackAndWhiteRenderer: ImageRenderer = {
  render: async (payload) => palettePng(qrMatrix(payload), PIXELS_PER_MODULE, deflateRuns),
};

/** Black and white without a signature. */
export const colourRenderer: ImageRenderer = {
  render: async (payload, signature) =>
    signature
      ? palettePng(colourMatrix(payload, signature), PIXELS_PER_MODULE, deflateRuns)
      : blackAndWhiteRenderer.render(payload, null),
};
