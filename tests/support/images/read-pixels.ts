import { PNG } from 'pngjs';

type Pixels = {
  width: number;
  height: number;
  /** Red, green and blue, 0 to 255. */
  at: (x: number, y: number) => [number, number, number];
};

/** @param png opaque */
export function readPixels(png: Buffer): Pixels {
  const { width, height, data } = PNG.sync.read(png);
  return {
    width,
    height,
    at: (x, y) => {
      const offset = (y * width + x) * 4;
      return [data.readUInt8(offset), data.readUInt8(offset + 1), data.readUInt8(offset + 2)];
    },
  };
}
