import * as fc from 'fast-check';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { deflateRuns } from '@/lib/wire/image/renderers/qr-renderers';
import { colourMatrix, type ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { PALETTE, WHITE } from '@/lib/wire/image/colour/palette';
import { palettePng } from '@/lib/wire/image/colour/palette-png';
import type { Picture } from '@/lib/wire/image/picture';
import { QUIET_ZONE_MODULES, qrMatrix } from '@/lib/wire/image/qr-matrix';
import { svgPaths, svgPath } from '@/lib/wire/image/svg-paths';
import { pictureFromPng } from '../../../support/images/picture-from-png';
import { readWithZxing } from '../../../support/images/read-with-zxing';

const PAYLOAD = '01;01;jane.doe;mydomain.com;e3wfISG9;Tb048aX1';
const SIGNATURE = { keyId: '5eed0001', issuedAt: 1_795_600_000, bytes: new Uint8Array(64).map((_, at) => at * 5) };

/** Fills the paths' rectangles, the way a browser would. */
function drawSvg(matrix: ColourMatrix, scale: number): Picture {
  const { size, paths } = svgPaths(matrix);
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const { fill, path } of paths) {
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
        for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
          data.set(Buffer.from(fill.slice(1), 'hex'), (row * width + column) * 4);
        }
      }
    }
  }
  return { width, height: width, data };
}

/** What both kinds of picture must look like, pixel by pixel. */
function drawModules({ size, modules }: ColourMatrix, scale: number): Picture {
  const width = (size + 2 * QUIET_ZONE_MODULES) * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let pixel = 0; pixel < width * width; pixel++) {
    const [column = 0, row = 0] = [pixel % width, Math.floor(pixel / width)].map(
      (place) => Math.floor(place / scale) - QUIET_ZONE_MODULES,
    );
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < size;
    const colour = PALETTE[isInside ? (modules[row * size + column] ?? WHITE) : WHITE] ?? '';
    data.set(Buffer.from(colour.slice(1), 'hex'), pixel * 4);
  }
  return { width, height: width, data };
}

const KINDS: [string, ColourMatrix][] = [
  ['black and white', qrMatrix(PAYLOAD)],
  ['colour', colourMatrix(PAYLOAD, SIGNATURE)],
];

describe.each(KINDS)('an image in %s', (_kind, matrix) => {
  it.each([1, 3, 8])(
    'an image has its modules and a quiet zone of four, in PNG and SVG, at %i pixels a module',
    async (scale) => {
      const expected = drawModules(matrix, scale);
      for (const drawn of [pictureFromPng(palettePng(matrix, scale, deflateRuns)), drawSvg(matrix, scale)]) {
        expect([drawn.width, drawn.height]).toEqual([expected.width, expected.height]);
        // Pixel by pixel, `toEqual` takes seconds.
        expect(Buffer.compare(drawn.data, expected.data)).toBe(0);
      }
    },
  );

  it('an image is decoded from its PNG by two independent readers', async () => {
    const png = palettePng(matrix, 8, deflateRuns);
    expect(await readWithZxing(png)).toEqual([PAYLOAD]);
    expect(decodeQr(pictureFromPng(png))).toBe(PAYLOAD);
  });
});

describe('QR code', () => {
  it('a black-and-white QR code is one path of its dark modules', () => {
    const { size, paths } = svgPaths(qrMatrix(PAYLOAD));
    expect(paths).toHaveLength(1);
    expect(svgPath(qrMatrix(PAYLOAD))).toEqual({ size, path: paths[0]?.path });
  });

  it('a QR code carries names outside ASCII and the longest payload', async () => {
    for (const text of [
      '01;01;zoë.müller;straße.example;e3wfISG9;Tb048aX1;gw-1',
      `01;01;${'u'.repeat(481)};d;e3wfISG9;Tb048aX1;gw-1`,
    ]) {
      const png = palettePng(qrMatrix(text), 4, deflateRuns);
      expect(await readWithZxing(png)).toEqual([text]);
      expect(decodeQr(pictureFromPng(png))).toBe(text);
    }
  });

  it('any printable payload survives both kinds of image exactly', async () => {
    const value = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(';', '.'));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 4, maxLength: 5 }), async (values) => {
        const text = ['01', '01', ...values].join(';');
        expect(await readWithZxing(palettePng(qrMatrix(text), 3, deflateRuns))).toEqual([text]);
        expect(await readWithZxing(palettePng(colourMatrix(text, SIGNATURE), 3, deflateRuns))).toEqual([text]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('palette PNG', () => {
  it.each([
    ['one bit a pixel in black and white', qrMatrix(PAYLOAD), 1, 1_000],
    ['four in colour', colourMatrix(PAYLOAD, SIGNATURE), 4, 2_500],
  ])('a PNG with a palette is small: %s', async (_case, matrix, bitDepth, most) => {
    const png = palettePng(matrix, 8, deflateRuns);
    expect(png[24]).toBe(bitDepth);
    expect(png.length).toBeLessThan(most);
  });

  it.each([0, 33, 1.5, Number.NaN])('a PNG of %s pixels a module is refused', (pixelsPerModule) => {
    expect(() => palettePng(qrMatrix('x'), pixelsPerModule, deflateRuns)).toThrow(RangeError);
  });
});
