import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64UrlFromBytes,
  bytesFromBase64Url,
  bytesFromHex,
  concatBytes,
  hexFromBytes,
  textFromUtf8,
  utf8,
} from '@/lib/shared/bytes';

const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('bytes', () => {
  it('bytes survive hexadecimal, in either case', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect([...bytesFromHex(hexFromBytes(bytes))]).toEqual([...bytes]);
        expect([...bytesFromHex(hexFromBytes(bytes).toUpperCase())]).toEqual([...bytes]);
        expect(hexFromBytes(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it('bytes survive base64url', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect([...bytesFromBase64Url(base64UrlFromBytes(bytes))]).toEqual([...bytes]);
        expect(base64UrlFromBytes(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });

  it.each(['0', '0g', 'abc', '0x00', ' 00', '00 '])('%j is no hexadecimal', (text) => {
    expect(() => bytesFromHex(text)).toThrow(RangeError);
  });

  it.each(['+/', 'aa=', 'a a', 'é'])('%j is no base64url', (text) => {
    expect(() => bytesFromBase64Url(text)).toThrow(RangeError);
  });

  it('bytes that are no UTF-8 are no text', () => {
    expect(textFromUtf8(utf8('Jané 📱'))).toBe('Jané 📱');
    expect(() => textFromUtf8(Uint8Array.of(0xc3))).toThrow(TypeError);
  });

  it('bytes are concatenated in their order', () => {
    expect([...concatBytes(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3))]).toEqual([1, 2, 3]);
  });
});
