import type { CameraProblem } from '@/lib/shared/phone-check';

/** In milliseconds: nobody reads and answers a question in less. */
const FASTEST_ANSWER = 150;

/** What was known when `getUserMedia` failed. */
export type FailedRequest = {
  error: unknown;
  /** Before it; null where the browser does not tell. */
  permission: PermissionState | null;
  /** In milliseconds. */
  took: number;
};

/** The name in an error of `getUserMedia`. Some engines' `OverconstrainedError` is no `DOMException`. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
    ? error.name
    : '';
}

/** W3C Media Capture and Streams §10.3; that a refusal comes from the system is in Chromium's message alone. */
export function problemFrom({ error, permission, took }: FailedRequest): CameraProblem {
  switch (errorName(error)) {
    case 'NotAllowedError':
      if (error instanceof Error && /\bsystem\b/i.test(error.message)) return 'refused-by-system';
      return permission === 'prompt' && took < FASTEST_ANSWER ? 'blocked' : 'refused';
    case 'SecurityError':
      return 'blocked';
    case 'NotFoundError':
    // Of a request for any camera at all: WebKitGTK without one.
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
    case 'TypeError':
      return 'unsupported';
    default:
      return 'busy';
  }
}
