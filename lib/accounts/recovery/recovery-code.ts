import { formatCheckedCode, generateCheckedCode, parseCheckedCode } from '../../shared/codes/checked-code';
import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { Random } from '../../shared/random';
import { DAY } from '../../shared/time/duration';

/**
 * A code that a user keeps on paper in case their phone is lost: 15 random characters (75 bits) and a check character.
 * Clause: NIST SP 800-63B-4 §4.2.1.1 asks for at least 64 bits, and that a saved code works once.
 */
export type RecoveryCode = string & { readonly brand: 'RecoveryCode' };

/** Identifies a code: `rcv-` and 32 hexadecimal digits. Not secret. A replacement gets another. */
export type RecoveryCodeId = string & { readonly brand: 'RecoveryCodeId' };

const { generate: generateRecoveryCodeId } = prefixedId<RecoveryCodeId>('rcv');

const RANDOM_LENGTH = 15;

/** In characters, as entered, including separators. */
export const MAXIMUM_TYPED_RECOVERY_CODE_LENGTH = 64;

/** In milliseconds: after this age the site asks the user whether they still have it. */
const OLD_AFTER_MS = 365 * DAY;

export function generateRecoveryCode(random: Random): { id: RecoveryCodeId; code: RecoveryCode } {
  return {
    id: generateRecoveryCodeId(random),
    code: generateCheckedCode(random, RANDOM_LENGTH) as RecoveryCode,
  };
}

/** @returns null if it is mistyped; see `parseCheckedCode` */
export function parseRecoveryCode(input: string): RecoveryCode | null {
  return parseCheckedCode(input, RANDOM_LENGTH) as RecoveryCode | null;
}

/** As displayed and printed: four groups of four. */
export function formatRecoveryCode(code: RecoveryCode): string {
  return formatCheckedCode(code, 4);
}

export function isOldRecoveryCode({ madeAt }: { madeAt: Date }, now: Date): boolean {
  return now.getTime() - madeAt.getTime() >= OLD_AFTER_MS;
}
