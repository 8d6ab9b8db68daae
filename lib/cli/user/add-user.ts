import { noRequest } from '../../audit/audit-context';
import type { PasswordPorts } from '../../accounts/account-ports';
import {
  checkPassword,
  MAXIMUM_PASSWORD_LENGTH,
  MINIMUM_PASSWORD_LENGTH,
  type PasswordRefusal,
} from '../../accounts/sign-in/password-policy';
import { isRole } from '../../accounts/users/role';
import { MAXIMUM_USER_ID_LENGTH } from '../../accounts/users/user';
import { isLanguage } from '../../shared/language';
import { addAccount } from '../../helpdesk/administration/create-account';
import type { AccountPorts } from '../../helpdesk/administration/administration-ports';
import { parseMailAddress } from '../../shared/mail-address';
import { REFUSED as REFUSED_CHANGE } from './account-lines';

const REFUSED: Record<PasswordRefusal, string> = {
  'password-too-short': `The password is too short: use at least ${MINIMUM_PASSWORD_LENGTH} characters.`,
  'password-too-long': `The password is too long: use at most ${MAXIMUM_PASSWORD_LENGTH} characters.`,
  'password-guessable':
    'The password is easy to guess: use several words that have nothing to do with each other, and leave out the user ID, ' +
    'the name and the mail addresses.',
};

const NOT_ADDED = {
  'user-exists': (userId: string) => `There is an account ${userId} already.`,
  'user-id-invalid': (userId: string) =>
    `${userId} cannot be a user ID: leave out spaces, semicolons and invisible characters, and write each word in one script.`,
  'name-invalid': () => 'That cannot be a name: leave out invisible characters, and write each word in one script.',
  'not-permitted': REFUSED_CHANGE['not-permitted'],
} as const;

/** As typed. @property userId normalized */
export type TypedUser = {
  userId: string;
  name: string | undefined;
  mail: string[];
  language: string;
  group: string | undefined;
  role: string[];
};

/** Whether the options can be an account. */
export function isUsable({ userId, mail, language, role }: TypedUser): boolean {
  const areMails = mail.every((address) => parseMailAddress(address) !== null);
  return userId.length <= MAXIMUM_USER_ID_LENGTH && areMails && isLanguage(language) && role.every(isRole);
}

/** Adds an account with the password that is read, a line. @returns what to say */
export async function addUser(
  ports: PasswordPorts & AccountPorts,
  { userId, name, mail, language, group, role }: TypedUser,
  readPassword: () => Promise<string>,
): Promise<{ ok: boolean; said: string }> {
  const { domain } = ports.settings;
  const account = {
    userId,
    domain,
    displayName: name ?? userId,
    roles: role.filter(isRole),
    mailAddresses: mail.flatMap((address) => parseMailAddress(address) ?? []),
    language: isLanguage(language) ? language : ('en' as const),
    group: group ?? null,
    password: (await readPassword()).replace(/\r?\n$/, ''),
  };
  const allowed = await checkPassword(ports.passwords, account.password, account);
  if (!allowed.ok) return { ok: false, said: REFUSED[allowed.refusal] };
  const result = await addAccount(ports, null, account, noRequest(crypto.randomUUID()));
  if (!result.ok) return { ok: false, said: NOT_ADDED[result.refusal](userId) };
  return { ok: true, said: `Added ${userId} in ${domain}.` };
}
