import type { CALLER_TEST_OUTCOMES } from '@/lib/audit/facts/device-facts';

type Outcome = (typeof CALLER_TEST_OUTCOMES)[number];

const FAILURES: Record<Exclude<Outcome, 'valid'>, string> = {
  'wrong-password': 'wrong code',
  'already-used': 'the code had been used',
  locked: 'the device is locked',
  'not-found': 'the device is gone',
  'clock-off': 'the phone’s clock is off',
};

/** "Test passed for Pixel 9", "Test failed for Pixel 9: wrong code". @param name begins with a capital letter */
export function loginTestText(name: string, device: string, outcome: Outcome): string {
  return outcome === 'valid' ? `${name} passed for ${device}` : `${name} failed for ${device}: ${FAILURES[outcome]}`;
}
