import { describe, expect, it } from 'vitest';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';
import { parseDeviceName } from '@/lib/activation/start/device-name';

describe('a device name', () => {
  it.each([
    ['', null],
    ['  \t ', null],
    [' My phone ', 'My phone'],
    ['Jane’s 📱', 'Jane’s 📱'],
    ['Cafe\u0301', 'Café'],
    ['📱'.repeat(64), '📱'.repeat(64)],
  ])('%j is taken as %j', (text, name) => {
    expect(parseDeviceName(text)).toEqual({ ok: true, value: name });
  });

  it.each([
    'a'.repeat(65),
    '📱'.repeat(65),
    'two\nlines',
    'zero\u0000',
    'half \ud83d',
    'hidden \u202e turn',
    'bell\u0007',
  ])('%j is refused', (text) => {
    expect(parseDeviceName(text)).toEqual({ ok: false, refusal: 'device-name-invalid' });
  });
});

describe('an activation identifier', () => {
  const id = `act-${'0a'.repeat(16)}`;

  it('a well-formed activation identifier is parsed', () => {
    expect(parseActivationId(id)).toBe(id);
  });

  it.each([
    '',
    id.slice(0, -1),
    `${id}0`,
    id.toUpperCase(),
    `${id}\n`,
    ` ${id}`,
    `act_${'0a'.repeat(16)}`,
    '../../etc',
  ])('%j is none', (text) => {
    expect(parseActivationId(text)).toBeNull();
  });
});
