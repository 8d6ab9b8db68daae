import { t, type PlainMessage } from '../../shared/language/t';
import { words, type WordOf } from '../properties';

/** Outcomes of a one-time password. `not-found`: a caller may name a device that was removed. */
export const LOGIN_TEST_OUTCOMES = words('login test', [
  'valid',
  'wrong-password',
  'already-used',
  'locked',
  'clock-off',
]);
export const CALLER_TEST_OUTCOMES = words("test of a caller's device", [...LOGIN_TEST_OUTCOMES.words, 'not-found']);

type Outcome = WordOf<typeof CALLER_TEST_OUTCOMES>;

const FAILURES: Record<Exclude<Outcome, 'valid'>, PlainMessage> = {
  'wrong-password': 'wrong code',
  'already-used': 'the code had been used',
  locked: 'the device is locked',
  'not-found': 'the device is gone',
  'clock-off': 'the phone’s clock is off',
};

/** "Pixel 9 was tried out: it works", "Pixel 9 was tried out: wrong code". @param by whose test it was */
export function loginTestText(by: 'user' | 'helpdesk', device: string, outcome: Outcome): string {
  if (outcome === 'valid') {
    return by === 'user'
      ? t('{device} was tried out: it works', { device })
      : t('The helpdesk’s check passed for {device}', { device });
  }
  const reason = t(FAILURES[outcome]);
  return by === 'user'
    ? t('{device} was tried out: {reason}', { device, reason })
    : t('The helpdesk’s check failed for {device}: {reason}', { device, reason });
}
