import { describe, expect, it } from 'vitest';
import { generateServiceKey, parseServiceKey } from '@/lib/helpdesk/service-accounts/service-key';
import { systemRandom } from '@/lib/shared/random';

/** Zeros, which every alphabet begins with. */
const ZEROS = { bytes: (length: number) => new Uint8Array(length) };

describe('a key', () => {
  it('a key has a form that secret scanners can find', () => {
    const { id, text } = generateServiceKey(systemRandom);
    expect(text).toMatch(/^tes_[0-9a-z]{12}_[0-9A-Za-z]{49}$/);
    expect(text.startsWith(`tes_${id}_`)).toBe(true);
    expect(parseServiceKey(text)).toEqual({ id, text });
  });

  it('a key ends with the CRC-32 of what precedes it in base 62, which others can compute', () => {
    expect(generateServiceKey(ZEROS).text).toBe(`tes_000000000000_${'0'.repeat(43)}2XKWNl`);
  });

  it('a generated key is never repeated', () => {
    const keys = Array.from({ length: 1_000 }, () => generateServiceKey(systemRandom));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
    expect(new Set(keys.map(({ text }) => text)).size).toBe(keys.length);
  });

  it('a key with one character mistyped, or two exchanged, is invalid', () => {
    const { text } = generateServiceKey(systemRandom);
    for (let place = 0; place < text.length; place++) {
      const [before, character, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
      expect(parseServiceKey(before + (character === 'a' ? 'b' : 'a') + after), `at ${place}`).toBeNull();
      const next = after.charAt(0);
      if (next === '' || next === character) continue;
      expect(parseServiceKey(before + next + character + after.slice(1)), `at ${place}`).toBeNull();
    }
  });

  it.each(['', 'tes_', 'tes__', ' ', 'Bearer x', 'tes_'.repeat(100_000), 'tes_000000000000_é', '\0'])(
    '%j is none',
    (text) => {
      expect(parseServiceKey(text)).toBeNull();
      expect(parseServiceKey(`${generateServiceKey(systemRandom).text}${text || ' '}`)).toBeNull();
    },
  );
});
