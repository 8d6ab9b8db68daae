import { describe, expect, expectTypeOf, it } from 'vitest';
import { formatMessage, parseMessage } from '@/lib/shared/language/format-message';
import type { PlaceholdersOf, t } from '@/lib/shared/language/t';

const format = (message: string, values: Record<string, string | number>, locale = 'en-GB') =>
  formatMessage(message, values, locale).join('');

describe('a message with a count', () => {
  it.each([
    [1, '1 urządzenie'],
    [2, '2 urządzenia'],
    [4, '4 urządzenia'],
    [5, '5 urządzeń'],
    [12, '12 urządzeń'],
    [22, '22 urządzenia'],
    [1.5, '1,5 urządzenia'],
  ])('a count has the form that Polish has for %s', (count, text) => {
    const message = '{count, plural, one {# urządzenie} few {# urządzenia} many {# urządzeń} other {# urządzenia}}';
    expect(format(message, { count }, 'pl-PL')).toBe(text);
  });

  it.each([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [7, 'few'],
    [11, 'many'],
    [100, 'other'],
  ])('a count has the form that Arabic has for %s', (count, category) => {
    const message = '{count, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}';
    expect(format(message, { count }, 'ar-EG')).toBe(category);
  });

  it.each([
    ['en-GB', '0 tries'],
    ['fr-FR', '0 try'],
  ])('a count of none follows the rule of %s', (locale, text) => {
    expect(format('{count, plural, one {# try} other {# tries}}', { count: 0 }, locale)).toBe(text);
  });

  it('a count has the form “other” where the language’s own is missing', () => {
    expect(format('{count, plural, one {# sekunda} other {# sekundy}}', { count: 5 }, 'pl-PL')).toBe('5 sekundy');
  });

  it('the form of a number itself is preferred', () => {
    const message = '{count, plural, =0 {none} one {# device} other {# devices}}';
    expect([0, 1, 2].map((count) => format(message, { count }))).toEqual(['none', '1 device', '2 devices']);
  });

  it('a number is written as the language does', () => {
    const message = '{count, plural, one {# record} other {# records}}';
    expect(format(message, { count: 12_345 })).toBe('12,345 records');
    expect(format(message, { count: 12_345 }, 'de-DE')).toBe('12.345 records');
  });

  it('a form may have placeholders and another count', () => {
    const message =
      '{name} has {count, plural, one {# device} other {# devices, {locked, plural, one {# locked} other {# of {name} locked}}}}.';
    expect(format(message, { name: 'Alice', count: 1, locked: 0 })).toBe('Alice has 1 device.');
    expect(format(message, { name: 'Alice', count: 3, locked: 1 })).toBe('Alice has 3 devices, 1 locked.');
    expect(format(message, { name: 'Alice', count: 3, locked: 2 })).toBe('Alice has 3 devices, 2 of Alice locked.');
  });
});

describe('a message without a count', () => {
  it('a message without a count keeps its number sign', () => {
    expect(format('No # in {address}', { address: '#1' })).toBe('No # in #1');
  });

  it('the values are inserted unchanged', () => {
    const bold = Symbol('bold');
    expect(formatMessage('Call {number} now', { number: bold }, 'en-GB')).toEqual(['Call ', bold, ' now']);
  });
});

describe('what is no message', () => {
  it.each([
    ['a brace that is not closed', 'Hello {name'],
    ['a brace too many', 'Hello {name}}'],
    ['a count that is not closed', '{count, plural, one {# try} other {# tries}'],
    ['a form that is not closed', '{count, plural, one {# try other {# tries}}'],
    ['no form “other”', '{count, plural, one {# try}}'],
    ['no form', '{count, plural,}'],
    ['an unknown category', '{count, plural, some {# tries} other {# tries}}'],
    ['another kind of choice', '{sex, select, female {her} other {their}}'],
    ['an offset', '{count, plural, offset:1 one {# try} other {# tries}}'],
  ])('a message is refused for %s', (_what, message) => {
    expect(() => parseMessage(message)).toThrow(SyntaxError);
  });
});

describe('the values that a message asks for', () => {
  it('a message’s values are its placeholders and its counts', () => {
    expectTypeOf<PlaceholdersOf<'{a} and {b}'>>().toEqualTypeOf<'a' | 'b'>();
    expectTypeOf<PlaceholdersOf<'Nothing'>>().toEqualTypeOf<never>();
    expectTypeOf<PlaceholdersOf<'{a} of {n, plural, one {# x of {b}} other {# y of {c}}} in {d}'>>().toEqualTypeOf<
      'a' | 'b' | 'c' | 'd' | 'n'
    >();
    expectTypeOf<PlaceholdersOf<'{n, plural, one {One} other {Many}}'>>().toEqualTypeOf<'n'>();
  });

  it('the value of a count is a number', () => {
    type Tries = '{count, plural, one {# try} other {# tries}} left.';
    expectTypeOf<Parameters<typeof t<Tries>>[1]>().toEqualTypeOf<
      Readonly<Record<never, string | number> & { count: number }>
    >();
  });
});
