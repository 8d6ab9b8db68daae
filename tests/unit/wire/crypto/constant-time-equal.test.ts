import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { constantTimeEqual } from '@/lib/wire/crypto/constant-time-equal';

test('the comparison equals equality of bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (left, right) => {
      expect(constantTimeEqual(left, right)).toBe(
        left.length === right.length && left.every((byte, index) => byte === right[index]),
      );
      expect(constantTimeEqual(left, left.slice())).toBe(true);
    }),
  );
});
