import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Contacts } from '../../../accounts/users/contacts';
import type { Role } from '../../../accounts/users/role';
import { normalizeUserId, type Bar, type User } from '../../../accounts/users/user';
import { DEFAULT_LANGUAGE } from '../../../shared/language';
import { parsePhoneNumber } from '../../../shared/phone-number';
import { parseMailAddress } from '../../../shared/mail-address';
import type { Administration } from './administration';
import type { Fields } from '../soap/outcome';
import { isXmlText } from '../soap/xml-text';

/** An account of the server (OneSpan §4.3). */
export type UserRecord = UserKey & {
  /** The closest field to a display name. */
  description: string;
  email: string;
  organizationalUnit: string;
  /** As typed at the server. */
  phone: string;
  mobile: string;
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
    phone: fields['USERFLD_PHONE'] ?? '',
    mobile: fields['USERFLD_MOBILE'] ?? '',
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

/**
 * The numbers that are whole: one without its country reaches nobody for sure. The server says neither since when it has
 * them, nor who the user's manager is.
 */
export function toContacts({ mobile, phone }: UserRecord): Contacts {
  const numbers = [mobile, phone].map(parsePhoneNumber).filter((number) => number !== null);
  const recorded = [...new Set(numbers)].map((number) => ({ number, recordedBy: null, recordedAt: null }));
  return { phoneNumbers: recorded, manager: null };
}

function barOf({ isDisabled, isLocked }: UserRecord): Bar | null {
  if (isDisabled) return 'disabled';
  return isLocked ? 'locked' : null;
}
