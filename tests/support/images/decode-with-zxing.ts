import { readWithZxing } from './read-with-zxing';

/** Reads the one QR code of a picture with a decoder that shares nothing with the product's. */
export async function decodeWithZxing(png: Uint8Array): Promise<string> {
  const [text] = await readWithZxing(png);
  if (text === undefined) throw new Error('zxing found no QR code in the picture');
  return text;
}
