import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Its own loader would fetch the WebAssembly from a content delivery network. */
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
    ).buffer,
  },
});

/** The text of every QR code in a PNG. */
export async function readWithZxing(png: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const results = await readBarcodes(new Blob([png]), { formats: ['QRCode'] });
  return results.map((result) => result.text);
}
