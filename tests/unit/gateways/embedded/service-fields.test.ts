import { expect, test } from 'vitest';
import {
  readDescription,
  readDigits,
  readHex,
  readHexBytes,
  readName,
  readRegistrationIdentifier,
} from '@/lib/gateways/embedded/engine/phone-services/service-fields';

test('OneSpan §3.2: special characters of a description become spaces, letters of any script stay', () => {
  expect(readDescription("Zoë's Pixel 9 (2)")).toBe("Zoë's Pixel 9 (2)");
  expect(readDescription('電話')).toBe('電話');
  expect(readDescription('a<b>;c\u0000d\u{1f4f1}')).toBe('a b  c d');
  expect(readDescription('\ud800')).toBe('');
});

test('a description may be missing, and has at most 255 characters', () => {
  expect(readDescription(undefined)).toBe('');
  expect(readDescription(null)).toBe('');
  expect(readDescription('x'.repeat(255))).toHaveLength(255);
  expect(readDescription('x'.repeat(256))).toBeNull();
  expect(readDescription(1)).toBeNull();
});

test('hexadecimal is read in either case, up to its limit', () => {
  expect(readHex('aBc', 3)).toBe('aBc');
  for (const value of ['', 'abcd', 'xyz', '0x1', '１', 1, null, undefined, ['ab']])
    expect(readHex(value, 3)).toBeNull();
});

test('hexadecimal bytes have two digits each', () => {
  expect(readHexBytes('00ff', 2)).toBe('00ff');
  for (const value of ['0', '000', '00ff00']) expect(readHexBytes(value, 2)).toBeNull();
});

test('digits have to be ASCII and of the right count', () => {
  expect(readDigits('0123', 4)).toBe('0123');
  for (const value of ['012', '01234', '012a', '٠١٢٣', 1234, null]) expect(readDigits(value, 4)).toBeNull();
});

test('identifiers and names are limited to their allowed characters and lengths', () => {
  expect(readRegistrationIdentifier('Xk29aLm4')).toBe('Xk29aLm4');
  for (const value of ['', 'a b', "'; --", 'x'.repeat(33), 8]) expect(readRegistrationIdentifier(value)).toBeNull();
  expect(readName('', 0)).toBe('');
  expect(readName('', 1)).toBeNull();
  expect(readName('x'.repeat(256), 1)).toBeNull();
});
