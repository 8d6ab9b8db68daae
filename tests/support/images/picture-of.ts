import { PNG } from 'pngjs';
import type { ImageSignature } from '@/lib/wire/image/colour/image-signature';
import { paintPage } from './paint-page';

/** A page with an image that says this, as a PNG that fills a camera's frame. @param signature black and white without */
export function pictureOf(text: string, signature?: ImageSignature): Buffer {
  const { width, height, data } = paintPage(text, {
    width: 1_280,
    height: 720,
    left: 440,
    top: 160,
    pixelsPerModule: 7,
    ...(signature && { signature }),
  });
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}
