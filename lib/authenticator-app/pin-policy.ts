import type { LicenceMessage } from '../crypto/licence-message';
import { accept, refuse, type Result } from '../shared/result';

export type PinPolicy = Pick<LicenceMessage, 'pinMinimumLength' | 'pinMaximumLength'>;
export type PinRefusal = 'pin-not-digits' | 'pin-too-short' | 'pin-too-long' | 'pin-too-simple';

/** Checks a PIN that someone wants to choose. Too simple: one digit repeated, or digits that count up or down. */
export function checkPin(pin: string, { pinMinimumLength, pinMaximumLength }: PinPolicy): Result<null, PinRefusal> {
  if (!/^\d*$/.test(pin)) return refuse('pin-not-digits');
  if (pin.length < pinMinimumLength) return refuse('pin-too-short');
  if (pin.length > pinMaximumLength) return refuse('pin-too-long');
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10));
  const [step] = steps;
  const isSimple = steps.size === 1 && (step === 0 || step === 1 || step === 9);
  return isSimple ? refuse('pin-too-simple') : accept(null);
}
