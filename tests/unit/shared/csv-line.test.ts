import { describe, expect, it } from 'vitest';
import { csvLine } from '@/lib/shared/export/export-rows';

describe('a line of comma-separated values', () => {
  it('a line holds texts, numbers, times and null, and ends as in RFC 4180', () => {
    expect(csvLine(['a', 7, new Date('2026-05-04T10:00:00.123Z'), null, ''])).toBe(
      'a,7,2026-05-04T10:00:00.123Z,,\r\n',
    );
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quotation mark', 'say "a"', '"say ""a"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a carriage return', 'a\rb', '"a\rb"'],
  ])('a line quotes %s', (_name, text, field) => {
    expect(csvLine([text, 'next'])).toBe(`${field},next\r\n`);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '=HYPERLINK("https://example.org","x")',
    '\u{ff1d}1+1',
    '\u{ff0b}1',
    '\u{ff0d}1',
    '\u{ff20}x',
  ])('threat: a spreadsheet does not run %j', (text) => {
    const line = csvLine([text]);
    expect(line).toMatch(/^"?'/);
    expect(line.replaceAll('""', '"')).toContain(text);
  });

  it('a number is written unchanged, and so is a text with a sign further on', () => {
    expect(csvLine([-1, 'a-b', 'a=b', 'jane@example.org'])).toBe('-1,a-b,a=b,jane@example.org\r\n');
  });
});
