import * as fc from 'fast-check';
import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { layOut, parityOf } from '@/lib/wire/image/colour/colour-layer';
import { colourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { dataModules } from '@/lib/wire/image/colour/data-modules';
import { encodeImageSignature, IMAGE_SIGNATURE_BYTES } from '@/lib/wire/image/colour/image-signature';
import { BLACK, FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES, PALETTE, WHITE } from '@/lib/wire/image/colour/palette';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { removeParity } from '@/lib/wire/image/colour/reed-solomon';
import { bytesFromHex, utf8 } from '@/lib/shared/bytes';

const VERSIONS = Array.from({ length: 40 }, (_, index) => index + 1);
const SIGNATURE = {
  keyId: '5eed0001',
  issuedAt: 1_795_600_000,
  bytes: Uint8Array.from({ length: 64 }, (_, at) => at * 3),
};

/** A code of one version, made by `qrcode`, which knows by itself where its patterns are. */
function codeOf(version: number, text = 'x'): ReturnType<typeof create>['modules'] {
  return create([{ data: utf8(text), mode: 'byte' }], { version, errorCorrectionLevel: 'M' }).modules;
}

describe('data modules', () => {
  test('data modules are all but finder, timing, alignment, format and version patterns, in every version', () => {
    for (const version of VERSIONS) {
      const { size, reservedBit } = codeOf(version);
      const expected = Array.from(reservedBit.keys()).filter((at) => !reservedBit[at]);
      expect(
        Array.from(dataModules(size)).sort((left, right) => left - right),
        `version ${version}`,
      ).toEqual(expected);
    }
  });

  test('ISO/IEC 18004, annex I: data modules come in the order of the symbol’s codewords', () => {
    const { modules } = create([{ data: '01234567', mode: 'numeric' }], {
      version: 1,
      errorCorrectionLevel: 'M',
      maskPattern: 0,
    });
    let bits = '';
    for (const at of dataModules(modules.size)) {
      const isMasked = (Math.floor(at / modules.size) + (at % modules.size)) % 2 === 0;
      bits += (modules.data[at] === 1) === isMasked ? '0' : '1';
    }
    const codewords = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2));
    expect(Uint8Array.from(codewords ?? [])).toEqual(
      bytesFromHex('10200c566180ec11ec11ec11ec11ec11a524d4c1ed36c7872c55'),
    );
  });

  test.each([20, 22, 181, 17, 24.5])('a square of %s modules along a side has no data modules', (size) => {
    expect(() => dataModules(size)).toThrow(RangeError);
  });
});

describe('the layer of hues', () => {
  test('the layer of hues has room from version 4 on, and survives errors in more than a quarter of its bytes', () => {
    const parities = VERSIONS.map((version) => parityOf(17 + 4 * version));
    expect(parities.slice(0, 3)).toEqual([null, null, null]);
    for (const parity of parities.slice(3)) {
      expect(Math.floor(Number(parity) / 2) / (IMAGE_SIGNATURE_BYTES + Number(parity))).toBeGreaterThan(1 / 4);
    }
  });

  test('the layer of hues holds signature and parity, four modules a byte, and repeats to fill its room', () => {
    for (const version of [4, 7, 20]) {
      const size = 17 + 4 * version;
      const parity = parityOf(size) ?? 0;
      const hues = layOut(encodeImageSignature(SIGNATURE), size);
      expect(hues).toHaveLength(dataModules(size).length);
      const length = IMAGE_SIGNATURE_BYTES + parity;
      const bytes = Uint8Array.from({ length }, (_, at) => {
        const [a = 0, b = 0, c = 0, d = 0] = hues.subarray(at * 4);
        return a * 64 + b * 16 + c * 4 + d;
      });
      expect(removeParity(bytes, parity)).toEqual({ ok: true, value: encodeImageSignature(SIGNATURE) });
      expect(hues.subarray(length * 4)).toEqual(
        Uint8Array.from({ length: hues.length - length * 4 }, (_, at) => hues[at % (length * 4)] ?? 0),
      );
    }
  });

  test.each([
    ['a code of version 3', IMAGE_SIGNATURE_BYTES, 29],
    ['half a signature', 36, 33],
  ])('the layer of hues is refused for %s', (_case, length, size) => {
    expect(() => layOut(new Uint8Array(length), size)).toThrow(RangeError);
  });
});

describe('a colour matrix', () => {
  test('the colour matrix keeps dark modules dark, light ones light, and patterns black and white', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = qrMatrix(text, 4);
        const { size, modules } = colourMatrix(text, SIGNATURE);
        expect(size).toBe(plain.size);
        const isData = new Set(dataModules(size));
        const wrong = Array.from(modules.entries()).filter(([at, colour]) => {
          const isDark = plain.modules[at] === 1;
          if (!isData.has(at)) return colour !== (isDark ? BLACK : WHITE);
          const first = isDark ? FIRST_DARK_HUE : FIRST_LIGHT_HUE;
          return colour < first || colour >= first + HUES;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('the colour matrix uses all eight hues', () => {
    expect(new Set(colourMatrix('x', SIGNATURE).modules)).toEqual(new Set(PALETTE.keys()));
  });
});
