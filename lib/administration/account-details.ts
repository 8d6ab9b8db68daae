import { parseDisplayName } from '../accounts/users/new-user';
import { isLanguage } from '../shared/language';
import { oneLine } from '../shared/text/one-line';
import { accept, refuse, type Result } from '../shared/result';
import type { AccountDetails } from './account-store';
import { parseMailAddresses } from './change-details';

/** In characters. */
export const MAXIMUM_GROUP_LENGTH = 64;

/** As typed. @property mailAddresses one on each line @property group empty for none */
export type TypedDetails = { displayName: string; mailAddresses: string; language: string; group: string };

export type DetailRefusal = 'name-invalid' | 'mail-addresses-invalid' | 'language-unknown' | 'group-invalid';

/** The details of an account, from what an administrator typed. */
export function parseDetails(input: TypedDetails): Result<AccountDetails, DetailRefusal> {
  const displayName = parseDisplayName(input.displayName);
  if (displayName === null) return refuse('name-invalid');
  const mailAddresses = parseMailAddresses(input.mailAddresses);
  if (mailAddresses === null) return refuse('mail-addresses-invalid');
  if (!isLanguage(input.language)) return refuse('language-unknown');
  const group = input.group.trim() === '' ? null : oneLine(input.group, MAXIMUM_GROUP_LENGTH);
  if (group === null && input.group.trim() !== '') return refuse('group-invalid');
  return accept({ displayName, mailAddresses, language: input.language, group });
}
