import { describe, expect, it, test } from 'vitest';
import { utf8 } from '@/lib/shared/bytes';
import { parseStrictJson } from '@/lib/shared/strict-json';

describe('strict JSON', () => {
  it.each([
    ['{"a":1,"a":1}'],
    ['{"a":1,"b":{},"a":2}'],
    ['{"a":1,"\\u0061":2}'],
    ['{"a" : 1 , "a" : 2}'],
    ['[{"b":[{"a":{"x":1,"x":2}}]}]'],
    ['{"__proto__":1,"__proto__":2}'],
    ['{"":1,"":2}'],
    ['{"\\"":1,"\\u0022":2}'],
  ])('threat: %s, which parsers read differently — is refused', (json) => {
    expect(parseStrictJson(utf8(json))).toEqual({ ok: false, refusal: 'repeated-name' });
  });

  it.each([
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}'],
    ['{"a":"a\\":","b":"{\\"a\\":1,\\"a\\":2}"}'],
    ['["a","a",{"A":1,"a":2}]'],
    ['{"a":"\\\\","b":"\\\\\\""}'],
    ['{"é":1,"e\u0301":2}'],
    ['  {"a" : true}\n'],
    ['"a"'],
    ['0'],
    ['null'],
  ])('%s is read as any parser reads it', (json) => {
    expect(parseStrictJson(utf8(json))).toEqual({ ok: true, value: JSON.parse(json) });
  });

  it('a byte order mark is refused (RFC 8259 §8.1), and one within a string is a character', () => {
    expect(parseStrictJson(utf8('\ufeff{}'))).toEqual({ ok: false, refusal: 'byte-order-mark' });
    expect(parseStrictJson(utf8('"\ufeff"'))).toEqual({ ok: true, value: '\ufeff' });
  });

  it.each([[''], ['{'], ['{"a":1}x'], ["{'a':1}"], ['{"a":01}'], ['\ufffe{}']])('%j is none', (text) => {
    expect(parseStrictJson(utf8(text))).toEqual({ ok: false, refusal: 'not-json' });
  });
});

test('malformed UTF-8 is no strict JSON', () => {
  expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, refusal: 'not-json' });
});

test('threat: a body that is all brackets or all names — takes time in proportion to its length', () => {
  const deep = utf8(`${'['.repeat(8_000)}${']'.repeat(8_000)}`);
  const wide = utf8(`{${Array.from({ length: 1_500 }, (_, index) => `"${index}":1`).join(',')}}`);
  for (const body of [deep, wide]) {
    const before = process.cpuUsage();
    for (let times = 0; times < 20; times++) expect(parseStrictJson(body).ok).toBe(true);
    expect(process.cpuUsage(before).user / 20_000).toBeLessThan(100);
  }
});
