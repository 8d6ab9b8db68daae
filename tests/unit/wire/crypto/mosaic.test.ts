import { describe, expect, test } from 'vitest';
import { mosaicOf, saltFor } from '@/lib/wire/crypto/messages/mosaic';
import { bytesFromHex, hexFromBytes } from '@/lib/shared/bytes';
import { tilesOf, TILE_HUES, TILE_SHAPES } from '@/lib/shared/codes/mosaic';
import vector from '../../../vectors/provisioning-profile.json' with { type: 'json' };

const link = {
  salt: bytesFromHex(vector.salt),
  registrationIdentifier: 'Xk29aLm4',
  deviceCode: vector.deviceCode,
  instanceKey: bytesFromHex(vector.instanceKey),
};

describe('the mosaic', () => {
  test('a mosaic and its salt have the digits that the profile fixes', async () => {
    expect(hexFromBytes(await saltFor(link.instanceKey, link.registrationIdentifier))).toBe(vector.salt);
    expect(await mosaicOf(link)).toBe(vector.mosaic);
  });

  test('a mosaic is another one for another registration, device code or key', async () => {
    const other = async (changes: Partial<typeof link>) => {
      const { registrationIdentifier, instanceKey } = { ...link, ...changes };
      return mosaicOf({ ...link, ...changes, salt: await saltFor(instanceKey, registrationIdentifier) });
    };
    const others = [
      await other({ registrationIdentifier: 'Xk29aLm5' }),
      await other({ deviceCode: `${vector.deviceCode.slice(0, 25)}0` }),
      await other({ instanceKey: link.instanceKey.with(31, 0) }),
    ];
    expect(new Set([vector.mosaic, ...others]).size).toBe(4);
    expect(others).not.toContain(null);
  });

  test('threat: there is no mosaic of a key to which the salt does not commit', async () => {
    expect(await mosaicOf({ ...link, instanceKey: new Uint8Array(32) })).toBeNull();
    expect(await mosaicOf({ ...link, salt: link.salt.slice(1) })).toBeNull();
    expect(await mosaicOf({ ...link, salt: new Uint8Array(0) })).toBeNull();
  });

  test('threat: neither mosaic nor salt shows a part of the key, and each changes when one bit of it does', async () => {
    const key = hexFromBytes(link.instanceKey);
    expect(key).not.toContain(vector.mosaic.slice(0, 4));
    let changedBits = 0;
    for (let bit = 0; bit < 256; bit++) {
      const instanceKey = link.instanceKey.slice();
      instanceKey[bit >> 3] = (instanceKey[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const salt = await saltFor(instanceKey, link.registrationIdentifier);
      const mosaic = await mosaicOf({ ...link, salt, instanceKey });
      expect(hexFromBytes(salt)).not.toBe(vector.salt);
      const difference = Number.parseInt(mosaic ?? '0', 16) ^ Number.parseInt(vector.mosaic, 16);
      for (let rest = difference >>> 0; rest !== 0; rest >>>= 1) changedBits += rest & 1;
    }
    // Of the low 32 bits of 256 pictures one half changes by chance: 4,096, with a standard deviation of 45.
    expect(changedBits).toBeGreaterThan(4_096 - 6 * 45);
    expect(changedBits).toBeLessThan(4_096 + 6 * 45);
  });

  test('a digit is a shape and a hue, and all sixteen are different tiles', () => {
    const tiles = [...tilesOf('012345678'), ...tilesOf('9abcdef00')].slice(0, 16);
    expect(new Set(tiles.map(({ shape, hue }) => `${hue} ${shape}`)).size).toBe(TILE_SHAPES.length * TILE_HUES.length);
    expect(tilesOf('05af3c91e')[1]).toEqual({ shape: 'triangle', hue: 'orange' });
  });

  test.each(['', '01234567', '0123456789', '01234567g', 'ABCDEF012'])('%j is no mosaic', (text) => {
    expect(() => tilesOf(text)).toThrow(RangeError);
  });
});
