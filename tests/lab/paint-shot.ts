import { PNG } from 'pngjs';
import type { ColourMatrix } from '@/lib/imaging/colour-matrix';
import { palettePng } from '@/lib/imaging/palette-png';
import type { Shot } from './distort';

/** An image by itself, its quiet zone the only surroundings: what a screenshot of a page would show in its middle. */
export async function paintShot(matrix: ColourMatrix, pixelsPerModule: number): Promise<Shot> {
  const { width, height, data } = PNG.sync.read(Buffer.from(await palettePng(matrix, pixelsPerModule)));
  return { picture: { width, height, data: new Uint8Array(data) }, left: 0, top: 0, side: width };
}
