import type { ColourMatrix } from '@/lib/imaging/colour-matrix';
import { palettePng } from '@/lib/imaging/palette-png';
import { pictureFromPng } from '../support/picture-from-png';
import type { Shot } from './distort';

/** An image by itself, its quiet zone the only surroundings: what a screenshot of a page would show in its middle. */
export async function paintShot(matrix: ColourMatrix, pixelsPerModule: number): Promise<Shot> {
  const picture = pictureFromPng(await palettePng(matrix, pixelsPerModule));
  return { picture, left: 0, top: 0, side: picture.width };
}
