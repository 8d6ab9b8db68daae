import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CREDENTIAL_ALPHABET } from '@/lib/crypto/provisioning-profile';
import { deriveActivationPassword } from '@/lib/embedded-gateway/activation-password';

const KEY = 'b'.repeat(64);

test('eight letters and digits that cannot be taken for one another', async () => {
  expect(CREDENTIAL_ALPHABET).not.toMatch(/[0OoIl1]/);
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 8, maxLength: 8 }), async (identifier) => {
      expect(await deriveActivationPassword(KEY, identifier)).toMatch(/^[2-9A-HJ-NP-Za-kmnp-z]{8}$/);
    }),
  );
});

test('the same for the same registration and key, another for any other', async () => {
  const password = await deriveActivationPassword(KEY, 'Xk29aLm4');
  expect(await deriveActivationPassword(KEY, 'Xk29aLm4')).toBe(password);
  expect(await deriveActivationPassword(KEY, 'Xk29aLm5')).not.toBe(password);
  expect(await deriveActivationPassword('c'.repeat(64), 'Xk29aLm4')).not.toBe(password);
});
