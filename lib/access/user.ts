import type { Role } from './role';

/** A person with an account. */
export type User = { userId: string; domain: string; displayName: string; roles: readonly Role[] };

/** Longest user ID that is accepted, in characters (contract §6.1: the vendor's field takes 255). */
export const MAXIMUM_USER_ID_LENGTH = 255;
