import { PNG } from 'pngjs';
import type { ImageSeal } from '@/lib/image/colour/image-seal';
import { paintPage } from './paint-page';

/** A page with an image that says this, as a PNG that fills a camera's frame. @param seal black and white without */
export function pictureOf(text: string, seal?: ImageSeal): Buffer {
  const { width, height, data } = paintPage(text, {
    width: 1_280,
    height: 720,
    left: 440,
    top: 160,
    pixelsPerModule: 7,
    ...(seal && { seal }),
  });
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}
