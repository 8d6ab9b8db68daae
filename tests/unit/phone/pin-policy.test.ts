import { expect, test } from 'vitest';
import { checkPin } from '@/lib/phone/keys/pin-policy';

const policy = { pinMinimumLength: 4, pinMaximumLength: 8 };

test.each(['135790', '1357', '13579024', '1235', '7391', '19345678'])('%s will do', (pin) => {
  expect(checkPin(pin, policy)).toEqual({ ok: true, value: null });
});

test.each([
  ['', 'pin-too-short'],
  ['135', 'pin-too-short'],
  ['135790246', 'pin-too-long'],
  ['13a5', 'pin-not-digits'],
  ['１３５７', 'pin-not-digits'],
  ['0000', 'pin-repeats'],
  ['1212', 'pin-repeats'],
  ['739739', 'pin-repeats'],
  ['1234', 'pin-counts'],
  ['8765', 'pin-counts'],
  ['7890', 'pin-counts'],
  ['2412', 'pin-is-date'],
  ['1224', 'pin-is-date'],
  ['1984', 'pin-is-date'],
  ['241284', 'pin-is-date'],
  ['122484', 'pin-is-date'],
  ['841224', 'pin-is-date'],
  ['24121984', 'pin-is-date'],
  ['19841224', 'pin-is-date'],
])('%j is refused as %s', (pin, refusal) => {
  expect(checkPin(pin, policy)).toEqual({ ok: false, refusal });
});
