import * as fc from 'fast-check';
import { PNG } from 'pngjs';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { palettePng } from '@/lib/imaging/palette-png';
import { qrMatrix } from '@/lib/imaging/qr-matrix';
import { svgPath, type SvgPath } from '@/lib/imaging/svg-path';
import { readWithZxing } from './read-with-zxing';

const PAYLOAD = '01;01;jane.doe;mydomain.com;e3wfISG9;Tb048aX1';

function readWithQr(png: Uint8Array): string {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return decodeQr({ width, height, data });
}

/** Fills the path's rectangles, the way a browser would, and reads the picture. */
function readSvg({ size, path }: SvgPath, scale: number): string {
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return decodeQr({ width, height: width, data });
}

describe('QR code', () => {
  it('is read from its PNG by two independent decoders', async () => {
    const png = await palettePng(qrMatrix(PAYLOAD), 8);
    expect(await readWithZxing(png)).toEqual([PAYLOAD]);
    expect(readWithQr(png)).toBe(PAYLOAD);
  });

  it('is read from its SVG path', () => {
    expect(readSvg(svgPath(qrMatrix(PAYLOAD)), 6)).toBe(PAYLOAD);
  });

  it('carries names outside ASCII and the longest payload', async () => {
    for (const text of [
      '01;01;zoë.müller;straße.example;e3wfISG9;Tb048aX1;gw-1',
      `01;01;${'u'.repeat(481)};d;e3wfISG9;Tb048aX1;gw-1`,
    ]) {
      const matrix = qrMatrix(text);
      const png = await palettePng(matrix, 4);
      expect(await readWithZxing(png)).toEqual([text]);
      expect(readWithQr(png)).toBe(text);
      expect(readSvg(svgPath(matrix), 4)).toBe(text);
    }
  });

  it('gives back any printable payload exactly', async () => {
    const value = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(';', '.'));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 4, maxLength: 5 }), async (values) => {
        const text = ['01', '01', ...values].join(';');
        expect(await readWithZxing(await palettePng(qrMatrix(text), 3))).toEqual([text]);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps a quiet zone of four light modules inside both pictures', async () => {
    const matrix = qrMatrix(PAYLOAD);
    const { size, path } = svgPath(matrix);
    expect(size).toBe(matrix.size + 8);
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
    }
    const { width, height, data } = PNG.sync.read(Buffer.from(await palettePng(matrix, 5)));
    expect([width, height]).toEqual([size * 5, size * 5]);
    const isQuiet = (pixel: number): boolean => {
      const [column, row] = [pixel % width, Math.floor(pixel / width)];
      return Math.min(column, row, width - 1 - column, height - 1 - row) < 20;
    };
    const quiet = Array.from({ length: width * height }, (_, pixel) => pixel).filter(isQuiet);
    expect(quiet.every((pixel) => data[pixel * 4] === 255)).toBe(true);
  });
});

describe('palette PNG', () => {
  it('is small: one bit a pixel', async () => {
    const png = await palettePng(qrMatrix(PAYLOAD), 8);
    expect(png[24]).toBe(1);
    expect(png.length).toBeLessThan(1_000);
  });

  it.each([0, 33, 1.5, Number.NaN])('refuses %s pixels a module', async (pixelsPerModule) => {
    await expect(palettePng(qrMatrix('x'), pixelsPerModule)).rejects.toThrow(RangeError);
  });
});
