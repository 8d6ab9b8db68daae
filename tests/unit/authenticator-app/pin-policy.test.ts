import { expect, test } from 'vitest';
import { checkPin } from '@/lib/authenticator-app/pin-policy';

const policy = { pinMinimumLength: 4, pinMaximumLength: 8 };

test.each(['135790', '1357', '13579024', '1122', '1235'])('%s will do', (pin) => {
  expect(checkPin(pin, policy)).toEqual({ ok: true, value: null });
});

test.each([
  ['', 'pin-too-short'],
  ['135', 'pin-too-short'],
  ['135790246', 'pin-too-long'],
  ['13a5', 'pin-not-digits'],
  ['１３５７', 'pin-not-digits'],
  ['0000', 'pin-too-simple'],
  ['1234', 'pin-too-simple'],
  ['8765', 'pin-too-simple'],
  ['7890', 'pin-too-simple'],
])('%j is refused as %s', (pin, refusal) => {
  expect(checkPin(pin, policy)).toEqual({ ok: false, refusal });
});
