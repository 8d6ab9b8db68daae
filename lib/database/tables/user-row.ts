import type { MailAddress } from '../../shared/mail-address';
import { isRole } from '../../accounts/users/role';
import type { User } from '../../accounts/users/user';
import { DEFAULT_LANGUAGE, isLanguage } from '../../shared/language';
import type { User as UserRow } from '../../generated/prisma/client';

/** The columns of a user as everybody needs them: without the password and what administrators see. */
export type KnownUser = Omit<
  UserRow,
  | 'passwordHash'
  | 'createdAt'
  | 'passwordChangedAt'
  | 'passwordOffAt'
  | 'nameKey'
  | 'userIdKey'
  | 'removalRequestedAt'
  | 'addressesChangedAt'
>;

/** @param protectedGroups groups whose members need a second member of staff's approval */
export function userFromRow(
  { userId, domain, displayName, roles, mailAddresses, language, timeZone, group, disabledAt }: KnownUser,
  protectedGroups: readonly string[],
): User {
  return {
    userId,
    domain,
    displayName,
    roles: roles.filter(isRole),
    mailAddresses: mailAddresses as MailAddress[],
    language: isLanguage(language) ? language : DEFAULT_LANGUAGE,
    timeZone,
    group: group === null ? null : { name: group, isProtected: protectedGroups.includes(group) },
    bar: disabledAt === null ? null : 'disabled',
  };
}
