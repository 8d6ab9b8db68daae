import { randomText, type Random } from '../shared/random';
import type { AccessPorts } from './access-ports';
import { DEFAULT_LANGUAGE } from './language';
import type { MailAddress } from '../shared/mail-address';
import type { Role } from './role';

export type DemoAccount = { userId: string; password: string };

const DEMO_ACCOUNTS: { userId: string; displayName: string; roles: Role[] }[] = [
  { userId: 'jane.doe', displayName: 'Jane Doe', roles: ['user'] },
  { userId: 'helpdesk', displayName: 'Helpdesk', roles: ['user', 'helpdesk-agent'] },
];

/**
 * Makes the demo accounts where accounts are kept here and there is none at all.
 * @param password for all of them; null to generate one for each
 * @returns the accounts made, for the terminal; empty when there were accounts already
 */
export async function addDemoAccounts(ports: AccessPorts, password: string | null): Promise<DemoAccount[]> {
  const { addsUsers } = ports.users;
  if (!addsUsers || (await addsUsers.count()) > 0) return [];
  const accounts: DemoAccount[] = [];
  for (const account of DEMO_ACCOUNTS) {
    const made = { userId: account.userId, password: password ?? generatePassword(ports.random) };
    const { domain } = ports.settings;
    await addsUsers.add({
      ...account,
      domain,
      // A domain that nobody can receive mail in (RFC 2606 §3).
      mailAddresses: [`${account.userId}@example.org` as MailAddress],
      language: DEFAULT_LANGUAGE,
      group: null,
      password: made.password,
    });
    const subject = { userId: account.userId, domain };
    const about = { actor: { kind: 'system' }, subject, correlationId: crypto.randomUUID(), address: null } as const;
    await ports.audit.append({ type: 'account-created', ...about });
    accounts.push(made);
  }
  return accounts;
}

/** Four groups of five, 100 bits, without characters that look alike. */
function generatePassword(random: Random): string {
  const groups = Array.from({ length: 4 }, () => randomText(random, 'abcdefghijkmnpqrstuvwxyz23456789', 5));
  return groups.join('-');
}
