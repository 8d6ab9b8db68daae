import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from '@/lib/wire/image/picture';
import { repository } from '../repository';

/** Its own loader would fetch the WebAssembly from a content delivery network. */
const WASM = join(repository, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer } });

/**
 * The texts of all QR codes in a picture, by a reader that shares nothing with the product's.
 * @param source bytes are a PNG
 */
export async function readWithZxing(source: Uint8Array | Picture): Promise<string[]> {
  const results = await readBarcodes(source instanceof Uint8Array ? new Uint8Array(source) : imageDataOf(source), {
    formats: ['QRCode'],
    tryHarder: true,
  });
  return results.filter(({ isValid }) => isValid).map(({ text }) => text);
}

function imageDataOf({ width, height, data }: Picture): ImageData {
  return { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' };
}
