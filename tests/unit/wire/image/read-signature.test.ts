import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { colourMatrix, type ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { dataModules } from '@/lib/wire/image/colour/data-modules';
import { signImage, type ImageSignature } from '@/lib/wire/image/colour/image-signature';
import { FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES } from '@/lib/wire/image/colour/palette';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { readImageSignature } from '@/lib/wire/image/reading/read-signature';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import type { Distortion } from '../../../lab/conditions';
import { distort } from '../../../lab/distort';
import { ISSUED_AT, KEY_ID, ORIGIN, PAYLOAD, signingKeys } from '../../../lab/issue-sample';
import { paintShot } from '../../../lab/paint-shot';
import { TIME_LIMIT } from '../../../lab/readers';
import { seededRandom } from '../../../lab/seeded-random';

let signature: ImageSignature;

beforeAll(async () => {
  const { privateKey } = await signingKeys();
  signature = await signImage({ payload: PAYLOAD, origin: ORIGIN, keyId: KEY_ID, issuedAt: ISSUED_AT }, privateKey);
});

/** What the phone reads, of an image by itself or of a camera's picture of it. */
async function read(
  matrix: ColourMatrix,
  pixelsPerModule: number,
  distortion?: Distortion,
): Promise<{ text: string; signature: ImageSignature | null } | null> {
  const shot = paintShot(matrix, pixelsPerModule);
  const picture = distortion ? await distort(shot, distortion, seededRandom('read seal')) : shot.picture;
  const sighting = locateCode(picture, { timeLimit: TIME_LIMIT });
  return sighting && { text: sighting.text, signature: readImageSignature(picture, sighting) };
}

describe('a signature is read', () => {
  test.each([3, 5, 8])('a seal is read from an undistorted image of %i pixels a module', async (pixelsPerModule) => {
    expect(await read(colourMatrix(PAYLOAD, signature), pixelsPerModule)).toEqual({ text: PAYLOAD, signature });
  });

  test.each([
    ['the shortest payload', '01;01;a;;b;c'],
    ['one of version 7, which has version blocks', '01;01;'.padEnd(110, 'x')],
    ['the longest', '01;01;'.padEnd(512, 'x')],
  ])('a seal is read with %s', async (_case, payload) => {
    expect(await read(colourMatrix(payload, signature), 5)).toEqual({ text: payload, signature });
  });

  test.each([7, 45, 133, 180, 270])('a seal is read from an image that is turned by %i°', async (rotation) => {
    expect(await read(colourMatrix(PAYLOAD, signature), 8, { rotation })).toEqual({ text: PAYLOAD, signature });
  });

  test('a seal is read from an image that is tilted, tinted, dark and blurred', async () => {
    const distortion = {
      tilt: { angle: 20, axis: 30 },
      tint: [1, 0.8, 0.45],
      gamma: 1.6,
      blur: 1.2,
    } satisfies Distortion;
    expect(await read(colourMatrix(PAYLOAD, signature), 8, distortion)).toEqual({ text: PAYLOAD, signature });
  });

  // The decoder alone, which looks for the alignment pattern where it would be without perspective, reads neither.
  test.each([
    ['upwards', [0.09, 0.07], [0.19, 0.02], [0.01, 0.16], [0.09, 0.05]],
    ['to the right', [0.01, 0.04], [0.01, 0.15], [0.12, 0.01], [0.07, 0.05]],
  ])('a seal is read from an image in strong perspective, turned %s', async (_direction, ...moved) => {
    const corners = moved.map(([x = 0, y = 0]) => ({ x, y }));
    expect(await read(colourMatrix(PAYLOAD, signature), 7, { corners })).toEqual({ text: PAYLOAD, signature });
  });

  test('a signature is read although up to a quarter of its bytes are wrong', async () => {
    const genuine = colourMatrix(PAYLOAD, signature);
    const bytes = Math.floor(dataModules(genuine.size).length / 4);
    const some = fc.uniqueArray(fc.nat(bytes - 1), { maxLength: Math.ceil(bytes / 4) });
    await fc.assert(
      fc.asyncProperty(some, async (wrong) => {
        expect(await read(otherHues(genuine, wrong), 6)).toEqual({ text: PAYLOAD, signature });
      }),
      { numRuns: 10 },
    );
  });
});

describe('no signature is read', () => {
  test('no seal is read from a black-and-white image', async () => {
    expect(await read(qrMatrix(PAYLOAD, 4), 8)).toEqual({ text: PAYLOAD, signature: null });
    expect(await read(qrMatrix(PAYLOAD, 4), 8, { noise: 10, tint: [1, 0.8, 0.6] })).toEqual({
      text: PAYLOAD,
      signature: null,
    });
  });

  test('no seal is read from a code too small for one', async () => {
    expect(await read(qrMatrix('tessera'), 8)).toEqual({ text: 'tessera', signature: null });
  });

  test('no seal is read from hues that say nothing', async () => {
    const genuine = colourMatrix(PAYLOAD, signature);
    const all = Array.from({ length: Math.floor(dataModules(genuine.size).length / 4) }, (_, byte) => byte);
    expect(await read(otherHues(genuine, all), 8)).toEqual({ text: PAYLOAD, signature: null });
  });
});

/** Gives other hues of the same shade to the modules of some bytes, each of which then says something else. */
function otherHues({ size, modules }: ColourMatrix, bytes: readonly number[]): ColourMatrix {
  const colours = new Uint8Array(modules);
  const order = dataModules(size);
  for (const byte of bytes) {
    for (let pair = 0; pair < 4; pair++) {
      const at = order[byte * 4 + pair] ?? 0;
      const colour = modules[at] ?? 0;
      const first = colour < FIRST_LIGHT_HUE ? FIRST_DARK_HUE : FIRST_LIGHT_HUE;
      colours[at] = first + ((colour - first + 1 + ((byte * 7 + pair) % (HUES - 1))) % HUES);
    }
  }
  return { size, modules: colours };
}
