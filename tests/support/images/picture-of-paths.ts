import type { Picture } from '@/lib/wire/image/picture';
import type { SvgPaths } from '@/lib/wire/image/svg-paths';

const PIXELS_PER_MODULE = 4;

/** What a browser paints of an inline SVG of ours: rectangles of whole modules on white. */
export function pictureOfPaths({ size, paths }: SvgPaths): Picture {
  const side = size * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const { fill, path } of paths) {
    const colour = [1, 3, 5].map((start) => Number.parseInt(fill.slice(start, start + 2), 16));
    for (const [, ...numbers] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      const [left = 0, top = 0, width = 0] = numbers.map((number) => Number(number) * PIXELS_PER_MODULE);
      for (let y = top; y < top + PIXELS_PER_MODULE; y++)
        for (let x = left; x < left + width; x++) data.set(colour, (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}
