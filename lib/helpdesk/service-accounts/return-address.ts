import { accept, refuse, type Result } from '../../shared/result';

/** Where a system's own site gets people back from here: registered by an administrator, compared as a whole. */
export type ReturnAddress = {
  /** As `parseReturnAddress` returns it. */
  url: string;
  /** What people read on the way back. */
  name: string;
  /** User ID of the administrator who registered it. */
  addedBy: string;
  addedAt: Date;
};

/** Of one service account. */
export const MOST_RETURN_ADDRESSES = 10;

/** In characters, of the name and of the address. */
export const MAXIMUM_RETURN_NAME_LENGTH = 60;
export const MAXIMUM_RETURN_URL_LENGTH = 500;

/** What this site adds to the address. */
export const STATE_PARAMETER = 'state';
export const RESULT_PARAMETER = 'result';

/** The person's own machine, for development (RFC 8252 §7.3). */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address that people may be sent to: https, or http on the person's own machine; no fragment (RFC 6749 §3.1.2), no
 * user information, no wildcard, and no parameter that this site adds.
 * @returns the address in the form that browsers give it, which requests repeat to the letter (RFC 9700 §2.1)
 */
export function parseReturnAddress(input: string): Result<string, 'return-address-invalid'> {
  const text = input.trim();
  if (text.length > MAXIMUM_RETURN_URL_LENGTH || /[\s\p{Cc}\p{Cs}\\#*]/u.test(text))
    return refuse('return-address-invalid');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.href.length > MAXIMUM_RETURN_URL_LENGTH) return refuse('return-address-invalid');
  const { protocol, hostname, username, password, searchParams } = url;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  const isTaken = searchParams.has(STATE_PARAMETER) || searchParams.has(RESULT_PARAMETER);
  if (!isSafe || isTaken || username !== '' || password !== '') return refuse('return-address-invalid');
  return accept(url.href);
}
