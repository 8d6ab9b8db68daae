import type { OneTimePasswordRefusal } from '@/lib/authenticators/authenticator-directory';

/** What came of a one-time password. */
export const LOGIN_TESTS: Record<'valid' | OneTimePasswordRefusal['code'], string> = {
  valid: 'the password was right',
  'wrong-password': 'the password was not right',
  'already-used': 'the password had been used',
  locked: 'the device is locked',
  'not-found': 'the device is gone',
  'clock-off': 'the phone’s clock is off',
};
