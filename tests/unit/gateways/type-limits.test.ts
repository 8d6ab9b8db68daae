import { describe, expect, it } from 'vitest';
import { parseTypeLimits } from '@/lib/gateways/onespan-server/devices/type-limits';

describe('limits on types, whose separator nobody publishes', () => {
  it.each([
    ['DAL10:2,DP770:1', { DAL10: 2, DP770: 1 }],
    [' dal10 = 2 , DP770=1 ', { DAL10: 2, DP770: 1 }],
    ['DAL10/2;', {}],
    ['DAL10', {}],
    ['DAL10:many,DP770:1', { DP770: 1 }],
    ['', {}],
    [null, {}],
  ])('%j is read, and what is no pair is passed over', (text, limits) => {
    expect(Object.fromEntries(parseTypeLimits(text))).toEqual(limits);
  });
});
