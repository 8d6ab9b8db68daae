import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';

const WIDTH = 1_280;
const HEIGHT = 720;

/** Grey in limited range: an empty frame. */
const GREY = 128;

/**
 * A film of one frame for Chromium's fake camera, which loops it and reopens the file for each page that opens the camera.
 * YUV4MPEG2 of 1280x720, 4:2:0, BT.601 in limited range.
 */
export class CameraFilm {
  readonly path: string;

  /** @param path of the file to write; it must exist before the browser starts */
  constructor(path: string) {
    this.path = path;
    this.showNothing();
  }

  showNothing(): void {
    this.#write(Buffer.alloc(WIDTH * HEIGHT, GREY), Buffer.alloc((WIDTH * HEIGHT) / 2, GREY));
  }

  /** @param screenshot PNG no larger than the frame; shown in its middle, unscaled */
  show(screenshot: Buffer): void {
    const { width, height, data } = PNG.sync.read(screenshot);
    const left = Math.floor((WIDTH - width) / 2);
    const top = Math.floor((HEIGHT - height) / 2);
    if (left < 0 || top < 0) throw new RangeError('the picture is larger than the frame');
    const luma = Buffer.alloc(WIDTH * HEIGHT, GREY);
    const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const offset = (y * width + x) * 4;
        const red = (data[offset] ?? 0) / 255;
        const green = (data[offset + 1] ?? 0) / 255;
        const blue = (data[offset + 2] ?? 0) / 255;
        luma[(top + y) * WIDTH + left + x] = 16 + 65.481 * red + 128.553 * green + 24.966 * blue;
        if (y % 2 === 0 && x % 2 === 0) {
          const at = ((top + y) >> 1) * (WIDTH / 2) + ((left + x) >> 1);
          chroma[at] = 128 - 37.797 * red - 74.203 * green + 112 * blue;
          chroma[(WIDTH * HEIGHT) / 4 + at] = 128 + 112 * red - 93.786 * green - 18.214 * blue;
        }
      }
    }
    this.#write(luma, chroma);
  }

  #write(luma: Buffer, chroma: Buffer): void {
    const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\nFRAME\n`;
    writeFileSync(this.path, Buffer.concat([Buffer.from(header), luma, chroma]));
  }
}
