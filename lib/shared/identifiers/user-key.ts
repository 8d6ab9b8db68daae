/** Names a user: unique together, spelt as the user directory spells them. */
export type UserKey = { userId: string; domain: string };
