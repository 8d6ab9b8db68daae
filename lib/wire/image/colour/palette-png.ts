import { concatBytes, utf8, type Bytes } from '../../../shared/bytes';
import { crc32 } from '../../../shared/crc32';
import type { ColourMatrix } from './colour-matrix';
import { BLACK, PALETTE, rgbOf } from './palette';
import { QUIET_ZONE_MODULES } from '../qr-matrix';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const PALETTE_BYTES = Uint8Array.from(PALETTE.flatMap(rgbOf));
const COLOUR_TYPE_PALETTE = 3;
const FILTER_NONE = 0;
const FILTER_UP = 2;

/** Compresses to the zlib format (RFC 1950), as PNG requires. The Web's own compressor is a stream and far too slow. */
export type Deflate = (bytes: Bytes) => Uint8Array;

/**
 * Paints a code with its quiet zone as a PNG: one bit a pixel in black and white, four in colour.
 * @param pixelsPerModule 1 to 32; cameras need 8 or more
 * @throws RangeError when `pixelsPerModule` is not a whole number in that range
 */
export function palettePng(matrix: ColourMatrix, pixelsPerModule: number, deflate: Deflate): Bytes {
  if (!Number.isInteger(pixelsPerModule) || pixelsPerModule < 1 || pixelsPerModule > 32) {
    throw new RangeError('pixelsPerModule must be a whole number from 1 to 32');
  }
  const bitDepth = matrix.modules.every((colour) => colour <= BLACK) ? 1 : 4;
  const width = (matrix.size + 2 * QUIET_ZONE_MODULES) * pixelsPerModule;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, width);
  header.set([bitDepth, COLOUR_TYPE_PALETTE], 8);
  return concatBytes(
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', bitDepth === 1 ? PALETTE_BYTES.subarray(0, 6) : PALETTE_BYTES),
    pngChunk('IDAT', deflate(scanlines(matrix, pixelsPerModule, width, bitDepth))),
    pngChunk('IEND', new Uint8Array(0)),
  );
}

/**
 * A filter byte and the pixels of every line, the first one in a byte's highest bits. A line that repeats the one above
 * is stored as its difference, all zeros, which compresses to almost nothing.
 */
function scanlines({ size, modules }: ColourMatrix, pixelsPerModule: number, width: number, bitDepth: 1 | 4): Bytes {
  const pixelsPerByte = 8 / bitDepth;
  const lineLength = 1 + Math.ceil(width / pixelsPerByte);
  const lines = new Uint8Array(lineLength * width);
  for (let row = 0; row < size; row++) {
    const firstLine = (row + QUIET_ZONE_MODULES) * pixelsPerModule * lineLength;
    lines[firstLine] = FILTER_NONE;
    for (let column = 0; column < size; column++) {
      const colour = modules[row * size + column] ?? 0;
      if (colour === 0) continue;
      const start = (column + QUIET_ZONE_MODULES) * pixelsPerModule;
      for (let pixel = start; pixel < start + pixelsPerModule; pixel++) {
        const index = firstLine + 1 + Math.floor(pixel / pixelsPerByte);
        lines[index] = (lines[index] ?? 0) | (colour << (8 - bitDepth - bitDepth * (pixel % pixelsPerByte)));
      }
    }
    for (let repeat = 1; repeat < pixelsPerModule; repeat++) lines[firstLine + repeat * lineLength] = FILTER_UP;
  }
  return lines;
}

/**
 * One chunk of a PNG file: length, type, data, CRC-32 over type and data (PNG specification, 5.3).
 * @param type four letters
 */
function pngChunk(type: 'IHDR' | 'PLTE' | 'IDAT' | 'IEND', data: Uint8Array): Bytes {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(utf8(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
