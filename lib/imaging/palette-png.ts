import { concatBytes, type Bytes } from '../shared/bytes';
import { pngChunk } from './png-chunk';
import { QUIET_ZONE_MODULES, type QrMatrix } from './qr-matrix';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Index 0 is white, index 1 is black. */
const PALETTE = Uint8Array.of(255, 255, 255, 0, 0, 0);
const BIT_DEPTH = 1;
const COLOUR_TYPE_PALETTE = 3;
const FILTER_NONE = 0;
const FILTER_UP = 2;

/**
 * Paints a QR code with its quiet zone as a PNG of one bit a pixel.
 * @param pixelsPerModule 1 to 32; 8 and more survive a camera well
 * @throws RangeError when `pixelsPerModule` is no whole number in that range
 */
export async function palettePng(matrix: QrMatrix, pixelsPerModule: number): Promise<Bytes> {
  if (!Number.isInteger(pixelsPerModule) || pixelsPerModule < 1 || pixelsPerModule > 32) {
    throw new RangeError('pixelsPerModule must be a whole number from 1 to 32');
  }
  const width = (matrix.size + 2 * QUIET_ZONE_MODULES) * pixelsPerModule;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, width);
  header.set([BIT_DEPTH, COLOUR_TYPE_PALETTE], 8);
  return concatBytes(
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', PALETTE),
    pngChunk('IDAT', await deflate(scanlines(matrix, pixelsPerModule, width))),
    pngChunk('IEND', new Uint8Array(0)),
  );
}

/**
 * A filter byte and eight pixels a byte for every line. A line that repeats the one above is written as its difference
 * from it, all zeros, which packs to almost nothing; so do the lines of the quiet zone.
 */
function scanlines({ size, modules }: QrMatrix, pixelsPerModule: number, width: number): Bytes {
  const lineLength = 1 + Math.ceil(width / 8);
  const lines = new Uint8Array(lineLength * width);
  for (let row = 0; row < size; row++) {
    const firstLine = (row + QUIET_ZONE_MODULES) * pixelsPerModule * lineLength;
    lines[firstLine] = FILTER_NONE;
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue;
      const start = (column + QUIET_ZONE_MODULES) * pixelsPerModule;
      for (let pixel = start; pixel < start + pixelsPerModule; pixel++) {
        const index = firstLine + 1 + (pixel >> 3);
        lines[index] = (lines[index] ?? 0) | (0x80 >> (pixel & 7));
      }
    }
    for (let repeat = 1; repeat < pixelsPerModule; repeat++) lines[firstLine + repeat * lineLength] = FILTER_UP;
  }
  return lines;
}

/** zlib format, as PNG wants it. */
async function deflate(bytes: Bytes): Promise<Bytes> {
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}
