/** Identifies a user, as spelt by the user directory. */
export type UserKey = { userId: string; domain: string };
