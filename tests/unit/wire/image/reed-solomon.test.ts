import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addParity, removeParity } from '@/lib/wire/image/colour/reed-solomon';
import { bytesFromHex } from '@/lib/shared/bytes';

/** A word, how much of it is parity, and some of its places, each once. */
type Damage = { data: Uint8Array; parity: number; places: number[]; masks: Uint8Array };

/** @param share of the places that may be damaged, as a part of the parity */
function damaged(most: (parity: number) => number): fc.Arbitrary<Damage> {
  return fc
    .record({ length: fc.integer({ min: 1, max: 100 }), parity: fc.integer({ min: 1, max: 155 }) })
    .chain(({ length, parity }) =>
      fc.record({
        data: fc.uint8Array({ minLength: length, maxLength: length }),
        parity: fc.constant(parity),
        places: fc.uniqueArray(fc.nat(length + parity - 1), { maxLength: most(parity) }),
        masks: fc.uint8Array({ min: 1, minLength: 155, maxLength: 155 }),
      }),
    );
}

function damage(codeword: Uint8Array, places: readonly number[], masks: Uint8Array): Uint8Array {
  const received = codeword.slice();
  for (const [index, place] of places.entries()) received[place] = (received[place] ?? 0) ^ (masks[index] ?? 1);
  return received;
}

describe('parity', () => {
  test.each([
    {
      source: 'ISO/IEC 18004, annex I: 01234567 in version 1-M',
      data: '10200c566180ec11ec11ec11ec11ec11',
      parity: 'a524d4c1ed36c7872c55',
    },
    {
      source: 'Thonky, QR Code Tutorial, error correction coding: HELLO WORLD in version 1-M',
      data: '205b0b78d172dc4d4340ec11ec11ec11',
      parity: 'c4232777ebd7e7e25d17',
    },
  ])('the parity is as published: $source', ({ data, parity }) => {
    expect(addParity(bytesFromHex(data), 10)).toEqual(bytesFromHex(data + parity));
  });

  test.each([
    ['no data', 0, 1],
    ['no parity', 1, 0],
    ['256 bytes', 128, 128],
  ])('adding parity refuses %s', (_case, length, parity) => {
    expect(() => addParity(new Uint8Array(length), parity)).toThrow(RangeError);
  });

  test.each([
    ['no data', 10, 10],
    ['256 bytes', 256, 10],
  ])('removing parity refuses %s', (_case, length, parity) => {
    expect(() => removeParity(new Uint8Array(length), parity)).toThrow(RangeError);
  });
});

describe('damage', () => {
  test('damage in up to half as many places as there is parity is corrected, and the input stays unchanged', () => {
    fc.assert(
      fc.property(
        damaged((parity) => Math.floor(parity / 2)),
        ({ data, parity, places, masks }) => {
          const received = damage(addParity(data, parity), places, masks);
          const before = received.slice();
          expect(removeParity(received, parity)).toEqual({ ok: true, value: data });
          expect(received).toEqual(before);
        },
      ),
    );
  });

  test('damage in as many known places as there is parity is corrected', () => {
    fc.assert(
      fc.property(
        damaged((parity) => parity),
        ({ data, parity, places, masks }) => {
          const received = damage(addParity(data, parity), places, masks);
          expect(removeParity(received, parity, places)).toEqual({ ok: true, value: data });
        },
      ),
    );
  });

  test('damage is corrected while 2 · errors + erasures ≤ parity, also when some erasures were right', () => {
    fc.assert(
      fc.property(
        damaged((parity) => Math.floor(parity / 2)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ data, parity, places, masks }, share) => {
          const known = places.slice(0, Math.round(places.length * share));
          const hidden = places.slice(known.length);
          const mistaken = Array.from({ length: data.length + parity }, (_, place) => place)
            .filter((place) => !places.includes(place))
            .slice(0, parity - 2 * hidden.length - known.length);
          const received = damage(addParity(data, parity), places, masks);
          expect(removeParity(received, parity, [...known, ...mistaken])).toEqual({ ok: true, value: data });
        },
      ),
    );
  });

  test('damage in one place more than can be corrected is refused', () => {
    // 73 and 128 bytes are a signature in a code of version 4. The nearest other codeword is 129 places away.
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 73, maxLength: 73 }),
        fc.integer({ min: 65, max: 128 }),
        fc.uniqueArray(fc.nat(200), { minLength: 128, maxLength: 128 }),
        fc.uint8Array({ min: 1, minLength: 128, maxLength: 128 }),
        (data, errors, places, masks) => {
          const received = damage(addParity(data, 128), places.slice(0, errors), masks);
          expect(removeParity(received, 128)).toEqual({ ok: false, refusal: 'uncorrectable' });
        },
      ),
    );
  });

  test('damage in more known places than there is parity is refused', () => {
    const codeword = addParity(Uint8Array.of(1, 2, 3), 4);
    expect(removeParity(codeword, 4, [0, 1, 2, 3, 4])).toEqual({ ok: false, refusal: 'uncorrectable' });
  });

  test('a word that passes for mended is a codeword within reach, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (word, parity) => {
        const mended = removeParity(word, parity);
        if (!mended.ok) return;
        const codeword = addParity(mended.value, parity);
        const differences = word.filter((byte, place) => byte !== codeword[place]).length;
        expect(2 * differences).toBeLessThanOrEqual(parity);
      }),
      { numRuns: 500 },
    );
  });
});
