import { colourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import type { ImageSignature } from '@/lib/wire/image/colour/image-signature';
import { PALETTE, rgbOf } from '@/lib/wire/image/colour/palette';
import type { Picture } from '@/lib/wire/image/picture';
import { QUIET_ZONE_MODULES, qrMatrix } from '@/lib/wire/image/qr-matrix';

export type PageSketch = {
  width: number;
  height: number;
  /** Where the image begins, quiet zone included. */
  left: number;
  top: number;
  /** Need not be whole: browsers scale. */
  pixelsPerModule: number;
  isDark?: boolean;
  /** What the image's colours say; black and white without. */
  signature?: ImageSignature;
};

/** One pixel as a little-endian number. */
const packed = ([red = 0, green = 0, blue = 0]: readonly number[]) => (255 << 24) | (blue << 16) | (green << 8) | red;

const COLOURS = PALETTE.map(rgbOf).map(packed);

/** What a screenshot of a page with an activation image looks like to a decoder: bars, boxes, lines of text, the code. */
export function paintPage(
  payload: string | null,
  { width, height, left, top, pixelsPerModule, isDark = false, signature }: PageSketch,
): Picture {
  const shades = isDark ? [18, 235, 60] : [250, 25, 205];
  const [paper = 0, ink = 0, line = 0] = shades.map((shade) => packed([shade, shade, shade]));
  const pixels = new Int32Array(width * height);
  const data = new Uint8Array(pixels.buffer);
  const shadeOfPage = (x: number, y: number) => {
    if (y < 56) return line;
    const [row, column] = [y % 28, x % 9];
    const isText = row > 10 && row < 22 && (Math.floor(x / 9) * 7 + Math.floor(y / 28) * 3) % 5 !== 0;
    if (isText && (column < 2 || (column < 6 && (row === 11 || row === 16 || row === 21)))) return ink;
    return x % 320 < 2 || y % 240 < 2 ? line : paper;
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[y * width + x] = shadeOfPage(x, y);
  if (payload === null) return { width, height, data };

  const { size, modules } = signature ? colourMatrix(payload, signature) : qrMatrix(payload);
  const side = Math.round((size + 2 * QUIET_ZONE_MODULES) * pixelsPerModule);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = [x, y].map((position) => Math.floor(position / pixelsPerModule) - QUIET_ZONE_MODULES);
      const isInside = [column, row].every((module) => module !== undefined && module >= 0 && module < size);
      const colour = isInside ? (modules[(row ?? 0) * size + (column ?? 0)] ?? 0) : 0;
      pixels[(top + y) * width + left + x] = COLOURS[colour] ?? 0;
    }
  }
  return { width, height, data };
}
