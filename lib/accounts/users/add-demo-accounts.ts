import { systemContext } from '../../audit/audit-context';
import { randomText, type Random } from '../../shared/random';
import type { PasswordPorts } from '../account-ports';
import { DEFAULT_LANGUAGE } from '../../shared/language';
import type { User } from './user';
import { checkPassword } from '../sign-in/password-policy';
import type { PhoneNumber } from '../../shared/phone-number';
import type { NewUser } from './user-directory';
import type { MailAddress } from '../../shared/mail-address';
import { isStaff, type Role } from './role';

/** @property isGuessable whether the policy would refuse its password */
export type DemoAccount = { userId: string; password: string; isGuessable: boolean };

type Described = { userId: string; displayName: string; roles: Role[] } & OnRecord;

/** Contacts on record from the start. */
type OnRecord = Pick<NewUser, 'phoneNumbers' | 'managerUserId'>;

const DEMO_ACCOUNTS: Described[] = [
  {
    userId: 'jane.doe',
    displayName: 'Jane Doe',
    roles: ['user'],
    // Reserved by Germany's regulator for films.
    phoneNumbers: ['+493023125001' as PhoneNumber],
    managerUserId: 'administrator',
  },
  { userId: 'helpdesk', displayName: 'Helpdesk', roles: ['user', 'helpdesk-agent', 'break-glass'] },
];

/** For a site that only this machine reaches: together they may do everything. */
const DEMO_STAFF: Described[] = [
  { userId: 'approver', displayName: 'Approver', roles: ['user', 'helpdesk-approver'] },
  { userId: 'auditor', displayName: 'Auditor', roles: ['user', 'auditor'] },
  { userId: 'administrator', displayName: 'Administrator', roles: ['user', 'administrator'] },
];

/** User IDs of the accounts that `addDemoAccounts` may add. */
export const DEMO_USER_IDS: readonly string[] = [...DEMO_ACCOUNTS, ...DEMO_STAFF].map(({ userId }) => userId);

/** Whether an account is one of them still: its mail goes where a demo's does, and nowhere else. */
export function isDemoAccount({ userId, mailAddresses }: Pick<User, 'userId' | 'mailAddresses'>): boolean {
  return DEMO_USER_IDS.includes(userId) && mailAddresses.join() === mailAddressOf(userId);
}

/** Whether a user ID is that of a demo account with a staff role. */
export function isDemoStaff(userId: string): boolean {
  return [...DEMO_ACCOUNTS, ...DEMO_STAFF].some((account) => account.userId === userId && isStaff(account));
}

/**
 * Adds the demo accounts, all or none, if this site stores the accounts and has none.
 * @param options.password for all of them, even a weak one; null to generate one for each
 * @param options.withStaff whether to add an account for each role
 * @param options.others users beside them, with random passwords that are not shown
 * @param announce shows the passwords before the accounts are added, because they cannot be shown again
 * @returns the password of `jane.doe`; null if nothing was added
 */
export async function addDemoAccounts(
  { users, random, passwords, settings: { domain } }: PasswordPorts,
  {
    password,
    withStaff,
    others = [],
  }: { password: string | null; withStaff: boolean; others?: readonly (User & OnRecord)[] },
  announce: (accounts: DemoAccount[]) => void,
): Promise<string | null> {
  const { addsUsers } = users;
  if (!addsUsers || (await addsUsers.count(1)) > 0) return null;
  const correlationId = crypto.randomUUID();
  const creation = (userId: string) =>
    ({ type: 'account-created', ...systemContext({ userId, domain }, correlationId) }) as const;
  const accounts = [...DEMO_ACCOUNTS, ...(withStaff ? DEMO_STAFF : [])].map((account) => ({
    userId: account.userId,
    displayName: account.displayName,
    roles: account.roles,
    phoneNumbers: account.phoneNumbers ?? [],
    managerUserId: account.managerUserId ?? null,
    domain,
    mailAddresses: [mailAddressOf(account.userId)],
    language: DEFAULT_LANGUAGE,
    group: null,
    password: password ?? generatePassword(random),
    event: creation(account.userId),
  }));
  announce(
    await Promise.all(
      accounts.map(async (account) => ({
        userId: account.userId,
        password: account.password,
        isGuessable: password !== null && !(await checkPassword(passwords, password, account)).ok,
      })),
    ),
  );
  const strangers = others.map(({ bar: _bar, ...user }) => ({
    ...user,
    group: null,
    password: generatePassword(random),
    event: creation(user.userId),
  }));
  const result = await addsUsers.add(...accounts, ...strangers);
  // Another replica added them.
  if (!result.ok) return null;
  return accounts[0]?.password ?? null;
}

/** At a reserved domain without mailboxes (RFC 2606 §3). */
function mailAddressOf(userId: string): MailAddress {
  return `${userId}@example.org` as MailAddress;
}

/** Four groups of five, 100 bits, without characters that look alike. */
function generatePassword(random: Random): string {
  const groups = Array.from({ length: 4 }, () => randomText(random, 'abcdefghijkmnpqrstuvwxyz23456789', 5));
  return groups.join('-');
}
