import { expect, test } from 'vitest';
import { parseJsonObject } from '@/lib/shared/json-object';
import { utf8 } from '@/lib/shared/bytes';

test('a JSON object is read from text and from UTF-8', () => {
  expect(parseJsonObject('{"name":"é"}')).toEqual({ name: 'é' });
  expect(parseJsonObject(utf8('{"name":"é"}'))).toEqual({ name: 'é' });
});

test.each(['', 'null', '[]', '"text"', '7', '{', '{"a":1}x'])('%j is no JSON object', (json) => {
  expect(parseJsonObject(json)).toBeNull();
});

test('malformed UTF-8 is no JSON object', () => {
  expect(parseJsonObject(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toBeNull();
});
