import { orNull, text } from './define-mail';

/** The user that a mail is about and greets. */
export const GREETED = { displayName: text, userId: text };

/**
 * The origin of a request, in words that reveal no location: "Firefox on Linux", and a shortened network address such as
 * `203.0.113.0/24`, null when unknown.
 */
export const TRACE = { browser: text, network: orNull(text) };
