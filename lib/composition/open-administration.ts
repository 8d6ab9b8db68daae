import type { PasswordPorts } from '../accounts/account-ports';
import type { AccountPorts } from '../administration/administration-ports';
import { AuditAppender } from '../database/side-effects/append-audit-records';
import type { Installation } from './installation';
import { openAccounts } from './open-accounts';
import { openOwnDirectory } from './open-directory';
import { openMessaging } from './open-messaging';

/** The accounts of this site, for a program that serves nobody. */
export function openAdministration(installation: Installation): AccountPorts & PasswordPorts {
  const { config, keyRing, chainKeys } = installation;
  const appender = new AuditAppender(chainKeys, keyRing, { domain: config.domain });
  const { persist } = openMessaging(installation, appender);
  const { users, own } = openOwnDirectory(installation, persist);
  return { ...openAccounts(installation, appender, persist, users), accounts: own.accounts };
}
