import { expect, test } from 'vitest';
import { SealTimeout } from '@/lib/phone/site/seal-timeout';

const TEXT = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
const pale = { text: TEXT, seal: null };
const sealed = { text: TEXT, seal: { keyId: '0123abcd', issuedAt: 1, signature: new Uint8Array(64) } };

test('an image whose colours can be read is handed over at once', () => {
  const patience = new SealTimeout();
  expect(patience.offer(sealed, 0)).toBe(sealed);
  expect(patience.offer(pale, 10)).toBeNull();
  expect(patience.offer(sealed, 90)).toBe(sealed);
});

test('one without is handed over when it has been seen for a second', () => {
  const patience = new SealTimeout();
  expect(patience.offer(pale, 5_000)).toBeNull();
  expect(patience.offer(pale, 5_999)).toBeNull();
  expect(patience.offer(pale, 6_000)).toBe(pale);
});

test('another image gets a second of its own', () => {
  const patience = new SealTimeout();
  const other = { ...pale, text: `${TEXT}x` };
  expect(patience.offer(pale, 0)).toBeNull();
  expect(patience.offer(other, 900)).toBeNull();
  expect(patience.offer(other, 1_100)).toBeNull();
  expect(patience.offer(other, 1_900)).toBe(other);
});

test.each(['https://example.org/lunch', `01;90;${'0'.repeat(32)};0123456789ABCDEF`])(
  'nobody waits for the colours of %s',
  (text) => {
    const code = { text, seal: null };
    expect(new SealTimeout().offer(code, 0)).toBe(code);
  },
);
