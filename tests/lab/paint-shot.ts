import { deflateRuns } from '@/lib/wire/image/renderers/qr-renderers';
import type { ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { palettePng } from '@/lib/wire/image/colour/palette-png';
import { pictureFromPng } from '../support/images/picture-from-png';
import type { Shot } from './distort';

/** An image by itself, its quiet zone the only surroundings: what a screenshot of a page would show in its middle. */
export function paintShot(matrix: ColourMatrix, pixelsPerModule: number): Shot {
  const picture = pictureFromPng(palettePng(matrix, pixelsPerModule, deflateRuns));
  return { picture, left: 0, top: 0, side: picture.width };
}
