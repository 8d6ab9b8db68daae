import { utf8, type Bytes } from '../shared/bytes';
import { crc32 } from '../shared/crc32';

/**
 * One chunk of a PNG file: length, type, data, CRC-32 over type and data (PNG specification, 5.3).
 * @param type four letters
 */
export function pngChunk(type: 'IHDR' | 'PLTE' | 'IDAT' | 'IEND', data: Uint8Array): Bytes {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(utf8(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
