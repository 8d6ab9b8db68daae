import { readFileSync } from 'node:fs';
import jsqr from 'jsqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from '@/lib/imaging/picture';
import { sightCode } from '@/lib/imaging/sight-code';
import { fileURLToPath } from 'node:url';

/** Its own loader would fetch the WebAssembly from a content delivery network. */
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
      .buffer,
  },
});

/** As long as the phone app gives its own reader for a frame of the camera, on a machine that is busy with the lab. */
export const TIME_LIMIT = 1_000;

/** Readers that share no code; the first is the phone app's. Each gives the text of the code that it finds, or null. */
export const READERS: { name: string; read: (picture: Picture) => Promise<string | null> | string | null }[] = [
  { name: 'qr', read: (picture) => sightCode(picture, { timeLimit: TIME_LIMIT })?.text ?? null },
  { name: 'zxing', read: readWithZxing },
  { name: 'jsqr', read: readWithJsqr },
];

async function readWithZxing({ width, height, data }: Picture): Promise<string | null> {
  const pixels = { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' } as ImageData;
  const [result] = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true });
  return result?.isValid ? result.text : null;
}

function readWithJsqr({ width, height, data }: Picture): string | null {
  return jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data || null;
}
