import { expect, test } from 'vitest';
import type { HmacHash } from '@/lib/wire/crypto/hash';
import { computeOneTimePassword, timeStepAt, computeHotp } from '@/lib/wire/crypto/one-time-password';
import { utf8 } from '@/lib/shared/bytes';
import hotp from '../../../vectors/rfc4226-appendix-d.json' with { type: 'json' };
import totp from '../../../vectors/rfc6238-appendix-b.json' with { type: 'json' };

test.each([...hotp.passwords.entries()])('RFC 4226 appendix D: counter %i gives %s', async (counter, password) => {
  expect(await computeHotp(utf8(hotp.key), counter, 6, 'SHA-1')).toBe(password);
});

const HASHES = ['SHA-1', 'SHA-256', 'SHA-512'] as const satisfies HmacHash[];

test.each(totp.passwords.flatMap((row) => HASHES.map((hash) => ({ hash, seconds: row.seconds, password: row[hash] }))))(
  'RFC 6238 appendix B: $hash at $seconds s gives $password',
  async ({ hash, seconds, password }) => {
    const step = timeStepAt(new Date(seconds * 1_000));
    expect(await computeHotp(utf8(totp.keys[hash]), step, 8, hash)).toBe(password);
  },
);

test('a password has six digits and changes with the step and the key', async () => {
  const key = new Uint8Array(32).fill(1);
  const password = await computeOneTimePassword(key, 1);
  expect(password).toMatch(/^\d{6}$/);
  expect(await computeOneTimePassword(key, 2)).not.toBe(password);
  expect(await computeOneTimePassword(new Uint8Array(32).fill(2), 1)).not.toBe(password);
});
