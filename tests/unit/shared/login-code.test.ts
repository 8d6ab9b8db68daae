import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatActivationPayload, parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { formatLoginCode, formatLoginLink, parseLoginCode, readLoginLink } from '@/lib/shared/codes/login-code';

const challengeKey = '000102030405060708090a0b0c0d0e0f';
const gatewayId = '0123456789ABCDEF';
const TEXT = `01;90;${challengeKey};${gatewayId}`;

test('a formatted login code is parsed again', () => {
  expect(formatLoginCode({ challengeKey, gatewayId })).toBe(TEXT);
  expect(parseLoginCode(TEXT)).toEqual({ ok: true, value: { challengeKey, gatewayId } });
});

test('an activation is never taken for a sign-in, nor the other way round', () => {
  expect(parseActivationPayload(TEXT).ok).toBe(false);
  const value = fc.string({ minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(value, value, value, value, (userId, domain, registrationIdentifier, activationPassword) => {
      const payload = formatActivationPayload({ userId, domain, registrationIdentifier, activationPassword });
      fc.pre(payload.ok);
      expect(payload.ok && parseLoginCode(payload.value).ok).toBe(false);
    }),
  );
});

test.each([
  '',
  TEXT.toUpperCase(),
  `${TEXT};`,
  `02;90;${challengeKey};${gatewayId}`,
  `01;02;${challengeKey};${gatewayId}`,
  `01;90;${challengeKey};`,
  `01;90;${challengeKey}`,
  `01;90;${challengeKey}0;${gatewayId}`,
  `01;90;${challengeKey};a\nb`,
  `01;90;${challengeKey};${'x'.repeat(500)}`,
])('%j is not a sign-in code', (text) => {
  expect(parseLoginCode(text)).toEqual({ ok: false, refusal: 'not-a-login-code' });
});

test('a login code that could not be parsed is not formatted', () => {
  expect(() => formatLoginCode({ challengeKey: 'short', gatewayId })).toThrow(RangeError);
  expect(() => formatLoginCode({ challengeKey, gatewayId: 'a;b' })).toThrow(RangeError);
});

test('a sign-in image’s link is read with its origin, and its fragment without one', () => {
  const link = formatLoginLink('https://id.example.org', challengeKey);
  expect(link).toMatch(/^https:\/\/id\.example\.org\/a#90;[\w-]{22}$/);
  expect(readLoginLink(link)).toEqual({ origin: 'https://id.example.org', challengeKey });
  expect(readLoginLink(link.split('#')[1] ?? '')).toEqual({ origin: null, challengeKey });
});

test.each(['https://id.example.org/a#jane.doe;Xk29aLm4;Rt7Qp2Zd', 'https://id.example.org/a#90;short', TEXT, ''])(
  'no link to a sign-in is read in %s',
  (text) => {
    expect(readLoginLink(text)).toBeNull();
  },
);
