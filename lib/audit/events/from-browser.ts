import type { EventNotice } from '../define-audit-event';
import { flag, optional, text } from '../properties';

/**
 * Not in records from before sessions kept them.
 * @property browser in words, such as "Chrome on Linux"
 * @property isNewBrowser whether the user had not signed in with it before; false at the first sign-in of an account
 */
export const FROM_BROWSER = { browser: optional(text), isNewBrowser: optional(flag) };

/** Users are told of a sign-in in a browser that they had not used before. */
export function inNewBrowser({
  browser,
  isNewBrowser,
}: {
  browser?: string;
  isNewBrowser?: boolean;
}): EventNotice<'new-browser'> | null {
  return isNewBrowser === true ? { what: 'new-browser', browser: browser ?? null } : null;
}
