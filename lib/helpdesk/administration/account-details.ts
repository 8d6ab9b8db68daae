import { parseDisplayName } from '../../accounts/users/new-user';
import { isLanguage } from '../../shared/language';
import { oneLine } from '../../shared/text/one-line';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccountDetails } from './account-store';
import { parseMailAddresses } from './change-details';

/** In characters. */
export const MAXIMUM_GROUP_LENGTH = 64;

/** As typed. @property mailAddresses one on each line @property group empty for none */
export type TypedDetails = { displayName: string; mailAddresses: string; language: string; group: string };

export type DetailRefusal = 'name-invalid' | 'mail-addresses-invalid' | 'language-unknown' | 'group-invalid';

/** The details of an account, from what an administrator typed. @returns the first of `detailFaults` */
export function parseDetails(input: TypedDetails): Result<AccountDetails, DetailRefusal> {
  const [fault] = detailFaults(input);
  if (fault !== undefined) return refuse(fault);
  const displayName = parseDisplayName(input.displayName);
  const mailAddresses = parseMailAddresses(input.mailAddresses);
  const { language } = input;
  if (displayName === null || mailAddresses === null || !isLanguage(language))
    throw new TypeError('details have a fault that was not found');
  return accept({ displayName, mailAddresses, language, group: parseGroup(input.group) });
}

/** Everything that is wrong with the details, for a form that says all of it at once. */
export function detailFaults({ displayName, mailAddresses, language, group }: TypedDetails): DetailRefusal[] {
  return [
    ...(parseDisplayName(displayName) === null ? ['name-invalid' as const] : []),
    ...(parseMailAddresses(mailAddresses) === null ? ['mail-addresses-invalid' as const] : []),
    ...(isLanguage(language) ? [] : ['language-unknown' as const]),
    ...(parseGroup(group) === null && group.trim() !== '' ? ['group-invalid' as const] : []),
  ];
}

function parseGroup(group: string): string | null {
  return oneLine(group, MAXIMUM_GROUP_LENGTH);
}
