import type { Engine, Platform } from './app-place';
import type { Random } from './random';
import { formatCheckedCode, generateCheckedCode, parseCheckedCode } from './codes/checked-code';

/** Path below the website's origin to which a phone sends what it found out about itself. */
export const PHONE_CHECKS_PATH = '/authenticator/check/reports';

/**
 * Why there is no picture.
 * `refused`: by the user, for this site; `refused-by-system`: the browser has no camera on this phone; `blocked`: by the
 * organisation, or whoever else sets the browser up, without asking; `busy`: another app has it; `silent`: it is open and
 * delivers nothing; `unsupported`: a browser without cameras, such as one within another app.
 */
export const CAMERA_PROBLEMS = [
  'refused',
  'refused-by-system',
  'blocked',
  'busy',
  'silent',
  'missing',
  'insecure',
  'unsupported',
] as const;

export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

/** What may be said of each part of a phone. Closed lists: a report can hold nothing that somebody has written. */
export const READINGS = {
  camera: ['works', 'allowed', 'not-asked', ...CAMERA_PROBLEMS, 'unknown'],
  storage: ['kept', 'not-kept', 'deletes-unvisited', 'nearly-full', 'refused', 'unknown'],
  passkeys: ['with-prf', 'without-prf', 'prf-unknown', 'no-screen-lock', 'missing', 'unknown'],
  push: ['allowed', 'not-asked', 'refused', 'home-screen-first', 'missing', 'unknown'],
  homeScreen: ['installed', 'needed', 'possible', 'unknown'],
  network: ['answered', 'slow', 'gateway-silent', 'website-silent', 'unknown'],
  offlineStart: ['ready', 'not-yet', 'missing', 'unknown'],
} as const;

type Readings = { [Part in keyof typeof READINGS]: (typeof READINGS)[Part][number] };

/** What a phone found out about itself. It names nobody. */
export type PhoneReport = Readings & {
  platform: Platform;
  engine: Engine;
  /** Of the phone's clock, in whole seconds; positive when it is ahead; null if it could not be compared. */
  clockSeconds: number | null;
  /** Until website and gateway had answered, in milliseconds; null if they have not. */
  answeredMs: number | null;
};

/** In seconds; further off is as far off. */
export const FARTHEST_CLOCK = 10_000_000;
/** In milliseconds; a phone waits no longer. */
export const LONGEST_ANSWER = 10_000;

/**
 * The handle of a report, to be told to the helpdesk: seven random characters (35 bits) and a check character. It opens
 * nothing but the report.
 */
export type PhoneCheckCode = string & { readonly brand: 'PhoneCheckCode' };

const RANDOM_LENGTH = 7;

export function generatePhoneCheckCode(random: Random): PhoneCheckCode {
  return generateCheckedCode(random, RANDOM_LENGTH) as PhoneCheckCode;
}

/** @returns null if it is mistyped; see `parseCheckedCode` */
export function parsePhoneCheckCode(input: string): PhoneCheckCode | null {
  return parseCheckedCode(input, RANDOM_LENGTH) as PhoneCheckCode | null;
}

/** Two groups of four. */
export function formatPhoneCheckCode(code: PhoneCheckCode): string {
  return formatCheckedCode(code, 4);
}
