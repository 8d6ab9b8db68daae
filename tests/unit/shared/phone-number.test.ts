import { describe, expect, it } from 'vitest';
import { endOfNumber, parsePhoneNumber } from '@/lib/shared/phone-number';

describe('a telephone number', () => {
  it.each([
    ['+49 30 1234567', '+49301234567'],
    ['0049 (0)30/123-45.67', '+49301234567'],
    [' +1 (202) 555-0143 ', '+12025550143'],
    ['+12345678', '+12345678'],
    ['+123456789012345', '+123456789012345'],
  ])('%j is %s', (typed, number) => {
    expect(parsePhoneNumber(typed)).toBe(number);
  });

  it.each([
    '',
    '030 1234567',
    '+0 30 1234567',
    '+1234567',
    '+1234567890123456',
    '+49 30 12345x7',
    '++4930123456',
    '+٤٩٣٠١٢٣٤٥٦٧',
  ])('%j is none', (typed) => {
    expect(parsePhoneNumber(typed)).toBeNull();
  });

  it('a telephone number is recorded by its last two digits', () => {
    const number = parsePhoneNumber('+49301234567');
    expect(number && endOfNumber(number)).toBe('…67');
  });
});
