import { expect, test } from 'vitest';
import { SignatureTimeout } from '@/lib/phone/site/signature-timeout';

const TEXT = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const pale = { text: TEXT, signature: null };
const signed = { text: TEXT, signature: { keyId: '0123abcd', issuedAt: 1, bytes: new Uint8Array(64) } };

test('an image whose colours can be read is handed over at once', () => {
  const timeout = new SignatureTimeout();
  expect(timeout.offer(signed, 0)).toBe(signed);
  expect(timeout.offer(pale, 10)).toBeNull();
  expect(timeout.offer(signed, 90)).toBe(signed);
});

test('one without is handed over when it has been seen for a second', () => {
  const timeout = new SignatureTimeout();
  expect(timeout.offer(pale, 5_000)).toBeNull();
  expect(timeout.offer(pale, 5_999)).toBeNull();
  expect(timeout.offer(pale, 6_000)).toBe(pale);
});

test('the image of a sign-in is waited for too', () => {
  const code = { text: `01;90;${'0'.repeat(32)};0123456789ABCDEF`, signature: null };
  const timeout = new SignatureTimeout();
  expect(timeout.offer(code, 0)).toBeNull();
  expect(timeout.offer(code, 1_000)).toBe(code);
});

test('another image gets a second of its own', () => {
  const timeout = new SignatureTimeout();
  const other = { ...pale, text: `${TEXT}x` };
  expect(timeout.offer(pale, 0)).toBeNull();
  expect(timeout.offer(other, 900)).toBeNull();
  expect(timeout.offer(other, 1_100)).toBeNull();
  expect(timeout.offer(other, 1_900)).toBe(other);
});

test.each(['https://example.org/lunch', 'WIFI:S:Guests;;'])(
  'an image of %s is read at once, without waiting for its colours',
  (text) => {
    const code = { text, signature: null };
    expect(new SignatureTimeout().offer(code, 0)).toBe(code);
  },
);
