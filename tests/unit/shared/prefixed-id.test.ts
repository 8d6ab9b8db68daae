import { describe, expect, it } from 'vitest';
import { prefixedId } from '@/lib/shared/identifiers/prefixed-id';
import { systemRandom } from '@/lib/shared/random';

type NoteId = string & { readonly brand: 'NoteId' };

const { parse, generate } = prefixedId<NoteId>('not');

describe('an identifier with a prefix', () => {
  it('an identifier has 128 random bits after its prefix, and parses itself', () => {
    const bits: number[] = [];
    const random = { bytes: (length: number) => (bits.push(8 * length), new Uint8Array(length).fill(0xab)) };
    const id = generate(random);
    expect(bits).toEqual([128]);
    expect(id).toBe(`not-${'ab'.repeat(16)}`);
    expect(parse(id)).toBe(id);
    expect(generate(systemRandom)).not.toBe(generate(systemRandom));
  });

  it.each([
    ['another prefix', `inv-${'0'.repeat(32)}`],
    ['capitals', `not-${'A'.repeat(32)}`],
    ['one digit too few', `not-${'0'.repeat(31)}`],
    ['one digit too many', `not-${'0'.repeat(33)}`],
    ['something in front', ` not-${'0'.repeat(32)}`],
    ['a line break at the end', `not-${'0'.repeat(32)}\n`],
    ['nothing', ''],
  ])('the parser refuses %s', (_what, text) => {
    expect(parse(text)).toBeNull();
  });
});
