/** What the command line reads. A name that no domain has, so that nobody who signs in can be given it. */
export const EVERY_DOMAIN: unique symbol = Symbol.for('tessera.every-domain');

/** Whose data is read: that of the reader's own domain. Several may share a database. */
export type DomainOfReader = string | typeof EVERY_DOMAIN;

/** Identifies a user, as spelt by the user directory. */
export type UserKey = { userId: string; domain: string };
