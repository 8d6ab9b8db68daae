import type { MailAddress } from '../../shared/mail-address';
import type { Role } from '../users/role';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '../users/user';

/** A person at an OpenID provider, for good: a subject is never given to anybody else (OpenID Connect Core §8). */
export type ProviderSubject = { issuer: string; subject: string };

/**
 * Who an OpenID provider says has signed in there. Every word of it was verified.
 * @property userId that a claim names; null if it names none
 * @property roles that a claim gives; null where roles are given here
 * @property context `acr`, at most 200 characters; null if the provider names none
 * @property isStrong whether the context counts as a second factor
 * @property authenticatedAt when the person last proved their identity there
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
 * @property name what people call the provider
 * @property creates whether people without an account get one
 * @property hasStrongContext whether any sign-in there counts as a second factor
 * @property givesRoles whether roles are the provider's to give
 */
export type ProviderSettings = {
  issuer: string;
  name: string;
  creates: boolean;
  hasStrongContext: boolean;
  givesRoles: boolean;
};

/** The user ID in a claim. @returns null for what is none */
export function userIdFrom(claimed: string): string | null {
  const userId = normalizeUserId(claimed);
  // A semicolon cannot be written in an activation image.
  const isUsable = userId !== '' && userId.length <= MAXIMUM_USER_ID_LENGTH && !/[\s;\u{fffd}]/u.test(userId);
  return isUsable ? userId : null;
}
