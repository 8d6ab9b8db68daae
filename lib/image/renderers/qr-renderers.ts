import type { ImageRenderer } from '../../activation/image/image-renderer';
import { colourMatrix } from '../colour/colour-matrix';
import { palettePng } from '../colour/palette-png';
import { qrMatrix } from '../qr-matrix';
import { deflateRuns } from './deflate-runs';

const PIXELS_PER_MODULE = 8;

/** Black and white, whatever vouches for the image. */
export const blackAndWhiteRenderer: ImageRenderer = {
  render: async (payload) => palettePng(qrMatrix(payload), PIXELS_PER_MODULE, deflateRuns),
};

/** Without a seal there is nothing that the colours could say, so that there are none. */
export const colourRenderer: ImageRenderer = {
  render: async (payload, seal) =>
    seal
      ? palettePng(colourMatrix(payload, seal), PIXELS_PER_MODULE, deflateRuns)
      : blackAndWhiteRenderer.render(payload, null),
};
