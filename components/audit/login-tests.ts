import type { CALLER_TEST_OUTCOMES } from '@/lib/audit/facts/device-facts';

/** Results of checking a one-time password. */
export const LOGIN_TESTS: Record<(typeof CALLER_TEST_OUTCOMES)[number], string> = {
  valid: 'the password was right',
  'wrong-password': 'the password was not right',
  'already-used': 'the password had been used',
  locked: 'the device is locked',
  'not-found': 'the device is gone',
  'clock-off': 'the phone’s clock is off',
};
