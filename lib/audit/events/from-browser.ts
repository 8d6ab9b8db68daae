import { flag, optional, text, type ValuesOf } from '../properties';

/**
 * Not in records from before sessions kept them.
 * @property browser in words, such as "Chrome on Linux"
 * @property isNewBrowser whether the user had not signed in with it before; false at the first sign-in of an account
 */
export const FROM_BROWSER = { browser: optional(text), isNewBrowser: optional(flag) };

/** Users are told of a sign-in in a browser that they had not used before. */
export const NEW_BROWSER = {
  what: 'new-browser',
  about: ({ browser, isNewBrowser }: ValuesOf<typeof FROM_BROWSER>) =>
    isNewBrowser === true ? { browser: browser ?? null } : null,
} as const;
