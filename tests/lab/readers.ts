import jsqr from 'jsqr';
import type { Picture } from '@/lib/wire/image/picture';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import { readWithZxing } from '../support/images/read-with-zxing';

/** As long as it takes: a phone stops sooner, but the table is to be the same on a busy machine. */
export const TIME_LIMIT = Infinity;

/** Gives the text of the code that it finds, or null. */
export type Reader = { name: string; read: (picture: Picture) => Promise<string | null> | string | null };

/** Readers that share no code; the first is the phone app's. */
export const READERS: readonly Reader[] = [
  { name: 'qr', read: (picture) => locateCode(picture, { timeLimit: TIME_LIMIT })?.text ?? null },
  { name: 'zxing', read: async (picture) => (await readWithZxing(picture))[0] ?? null },
  { name: 'jsqr', read: readWithJsqr },
];

function readWithJsqr({ width, height, data }: Picture): string | null {
  return jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data || null;
}
