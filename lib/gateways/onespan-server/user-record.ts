import type { UserKey } from '../../shared/identifiers/user-key';
import type { Role } from '../../accounts/users/role';
import { normalizeUserId, type Bar, type User } from '../../accounts/users/user';
import { DEFAULT_LANGUAGE } from '../../shared/language';
import { parseMailAddress } from '../../shared/mail-address';
import type { Administration } from './administration';
import type { Fields } from './outcome';
import { isXmlText } from './xml-text';

/** An account of the server (OneSpan §4.3). */
export type UserRecord = UserKey & {
  /** The closest field to a display name. */
  description: string;
  email: string;
  organizationalUnit: string;
  isLocked: boolean;
  isDisabled: boolean;
};

/** @returns null when there is no such account */
export async function viewUser(
  administration: Administration,
  { userId, domain }: UserKey,
): Promise<UserRecord | null> {
  if (userId === '' || !isXmlText(userId) || !isXmlText(domain)) return null;
  const key = { USERFLD_USERID: userId, USERFLD_DOMAIN: domain };
  const fields = await administration.execute('userExecute', 'USERCMD_VIEW', key);
  return fields && toUserRecord(fields);
}

export function toUserRecord(fields: Fields): UserRecord {
  return {
    userId: fields['USERFLD_USERID'] ?? '',
    domain: fields['USERFLD_DOMAIN'] ?? '',
    description: fields['USERFLD_DESCRIPTION'] ?? '',
    email: fields['USERFLD_EMAIL'] ?? '',
    organizationalUnit: fields['USERFLD_ORGANIZATIONAL_UNIT'] ?? '',
    isLocked: fields['USERFLD_LOCKED'] === 'true',
    isDisabled: fields['USERFLD_DISABLED'] === 'true',
  };
}

/** @param staffRoles the user's roles, which the server does not have */
export function toUser(record: UserRecord, staffRoles: readonly Role[], protectedGroups: readonly string[]): User {
  const userId = normalizeUserId(record.userId);
  const mailAddress = parseMailAddress(record.email);
  const { organizationalUnit: name } = record;
  return {
    userId,
    domain: record.domain,
    displayName: record.description || record.userId,
    roles: ['user', ...staffRoles],
    mailAddresses: mailAddress === null ? [] : [mailAddress],
    language: DEFAULT_LANGUAGE,
    timeZone: null,
    group: name === '' ? null : { name, isProtected: protectedGroups.includes(name) },
    bar: barOf(record),
  };
}

function barOf({ isDisabled, isLocked }: UserRecord): Bar | null {
  if (isDisabled) return 'disabled';
  return isLocked ? 'locked' : null;
}
