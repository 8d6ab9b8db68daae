import type { MailAddress } from '../../../shared/mail-address';
import { isRole } from '../../../accounts/users/role';
import type { User } from '../../../accounts/users/user';
import { DEFAULT_LANGUAGE, isLanguage } from '../../../shared/language';
import type { User as UserRow } from '../../../generated/prisma/client';
import { constantPart } from '../../sql';

/** A user's public columns: without the password and administrators' data. */
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
  | 'phoneNumbers'
  | 'managerUserId'
  | 'managerRecordedAt'
>;

/** Every property of `KnownUser`, of `user_account`. */
export const KNOWN_USER_COLUMNS = constantPart(`user_id AS "userId", domain, display_name AS "displayName", roles,
  mail_addresses AS "mailAddresses", language, time_zone AS "timeZone", group_name AS "group",
  disabled_at AS "disabledAt"`);

/** @param protectedGroups groups whose members need a second person's approval */
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
