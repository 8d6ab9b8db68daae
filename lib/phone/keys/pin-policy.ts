import type { LicenceMessage } from '../../wire/crypto/messages/licence-message';
import { accept, refuse, type Result } from '../../shared/result';

export type PinPolicy = Pick<LicenceMessage, 'pinMinimumLength' | 'pinMaximumLength'>;
export type PinRefusal =
  | 'pin-not-digits'
  | 'pin-too-short'
  | 'pin-too-long'
  /** One digit or group repeated: 0000, 1212, 123123. */
  | 'pin-repeats'
  /** Digits that count up or down: 1234, 8765, 7890. */
  | 'pin-counts'
  /** A day and month, a year, or a whole date in a usual order: 2412, 1984, 241284. */
  | 'pin-is-date';

/** Why a new PIN, entered twice, is not taken. */
export type PinProblem = PinRefusal | 'pins-differ';

const DIGITS = /^\d*$/;
const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
const YEAR = '(19\\d\\d|20[0-3]\\d)';
const SHORT_YEAR = '\\d\\d';
const DATES = new RegExp(
  `^(${[
    DAY + MONTH,
    MONTH + DAY,
    YEAR,
    DAY + MONTH + SHORT_YEAR,
    MONTH + DAY + SHORT_YEAR,
    SHORT_YEAR + MONTH + DAY,
    DAY + MONTH + YEAR,
    MONTH + DAY + YEAR,
    YEAR + MONTH + DAY,
  ].join('|')})$`,
);

/** Checks a new PIN. Beside a wrong length it refuses what is guessed first. */
export function checkPin(pin: string, { pinMinimumLength, pinMaximumLength }: PinPolicy): Result<null, PinRefusal> {
  if (!DIGITS.test(pin)) return refuse('pin-not-digits');
  if (pin.length < pinMinimumLength) return refuse('pin-too-short');
  if (pin.length > pinMaximumLength) return refuse('pin-too-long');
  return checkGuessable(pin);
}

/** A PIN that is being chosen, as it was entered the first time and the second. */
export type NewPin = { pin: string; repeated: string };

/** Checks a new PIN; says of a weak one why, whatever was entered the second time. */
export function checkNewPin({ pin, repeated }: NewPin, policy: PinPolicy): Result<null, PinProblem> {
  const result = checkPin(pin, policy);
  if (!result.ok) return result;
  return pin === repeated ? accept(null) : refuse('pins-differ');
}

/** Refuses what no licence allows, whose lengths are not known before the gateway has been asked. */
export function checkGuessable(pin: string): Result<null, PinRefusal> {
  if (!DIGITS.test(pin)) return refuse('pin-not-digits');
  if (/^(\d+)\1+$/.test(pin)) return refuse('pin-repeats');
  if (isCounting(pin)) return refuse('pin-counts');
  return DATES.test(pin) ? refuse('pin-is-date') : accept(null);
}

function isCounting(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10));
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}
