import { expect, test } from 'vitest';
import { phoneProblems, phonesFrom } from '@/lib/config/sections/onespan-phone-settings';
import { MINUTE } from '@/lib/shared/time/duration';

const DEFAULTS = {
  ONESPAN_PUSH_REQUEST_METHOD: 'KeywordOnly',
  ONESPAN_SCAN: 'off',
  ONESPAN_SCAN_AUTHENTICATION_TYPE: 'SCAN',
  ONESPAN_SCAN_PASSWORD_FORMAT: 0,
  ONESPAN_PUSH_SECONDS: 60,
  ONESPAN_PUSH_CALLS: 50,
} as const;

test('phones are not asked unless something is switched on', () => {
  expect(phonesFrom(DEFAULTS)).toBeNull();
  expect(phonesFrom({ ...DEFAULTS, ONESPAN_PUSH_REQUEST_METHOD: 'None', ONESPAN_PUSH_KEYWORD: 'push' })).toBeNull();
});

test.each([
  ['KeywordOnly', 'push', { method: 'KeywordOnly', keyword: 'push' }, false],
  ['Password', undefined, { method: 'Password', keyword: '' }, true],
  ['KeywordPassword', 'push', { method: 'KeywordPassword', keyword: 'push' }, true],
] as const)('a policy’s request method %s says what is sent, and whether people type their password', (...row) => {
  const [method, keyword, push, wantsPassword] = row;
  const phones = phonesFrom({
    ...DEFAULTS,
    ONESPAN_PUSH_REQUEST_METHOD: method,
    ...(keyword !== undefined && { ONESPAN_PUSH_KEYWORD: keyword }),
  });
  expect(phones).toEqual({ push, scan: null, wantsPassword, timeLimitMs: MINUTE, maximumCalls: 50 });
});

test('an image needs no push, and a Cronto image needs a renderer', () => {
  expect(phonesFrom({ ...DEFAULTS, ONESPAN_SCAN: 'qr' })).toMatchObject({ push: null, scan: { image: 'qr' } });
  expect(phoneProblems({ ONESPAN_SCAN: 'qr' })).toEqual([]);
  expect(phoneProblems({ ONESPAN_SCAN: 'cronto' })).toEqual([
    'TESSERA_CRONTO_RENDERER_URL is needed with ONESPAN_SCAN=cronto',
  ]);
});

test('a method with a keyword needs one', () => {
  expect(phoneProblems({ ONESPAN_PUSH_REQUEST_METHOD: 'PasswordKeyword' })).toEqual([
    'ONESPAN_PUSH_KEYWORD is needed with ONESPAN_PUSH_REQUEST_METHOD=PasswordKeyword',
  ]);
});
