import type { MailAddress } from '../../shared/mail-address';
import type { Role } from '../users/role';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '../users/user';

/** A user at an OpenID provider, for good: a subject is never reassigned (OpenID Connect Core §8). */
export type ProviderSubject = { issuer: string; subject: string };

/**
 * The user who signed in, as an OpenID provider reports it. Everything is verified.
 * @property userId from a claim; null if there is none
 * @property roles from a claim; null if roles are granted here
 * @property context `acr`, at most 200 characters; null if the provider names none
 * @property isStrong whether the context counts as a second factor
 * @property authenticatedAt when the user last proved their identity there
 */
export type ProviderIdentity = ProviderSubject & {
  userId: string | null;
  displayName: string | null;
  mailAddresses: readonly MailAddress[];
  roles: readonly Role[] | null;
  context: string | null;
  isStrong: boolean;
  authenticatedAt: Date;
};

/**
 * @property name shown to users
 * @property creates whether users without an account get one
 * @property hasStrongContext whether any sign-in there counts as a second factor
 * @property givesRoles whether the provider grants the roles
 */
export type ProviderSettings = {
  issuer: string;
  name: string;
  creates: boolean;
  hasStrongContext: boolean;
  givesRoles: boolean;
};

/** The user ID in a claim. @returns null if it is not valid */
export function userIdFrom(claimed: string): string | null {
  const userId = normalizeUserId(claimed);
  // A semicolon cannot be written in an activation image.
  const isUsable = userId !== '' && userId.length <= MAXIMUM_USER_ID_LENGTH && !/[\s;\u{fffd}]/u.test(userId);
  return isUsable ? userId : null;
}
