import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { repository } from './repository';

/** Reads the one QR code of a picture with a decoder that shares nothing with the product's. */
export async function decodeWithZxing(png: Uint8Array): Promise<string> {
  const wasmBinary = readFileSync(join(repository, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });
  const [result] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
  if (!result?.isValid) throw new Error('zxing found no QR code in the picture');
  return result.text;
}
