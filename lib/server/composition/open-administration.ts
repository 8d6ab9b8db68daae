import type { PasswordPorts } from '../../accounts/account-ports';
import type { AccountPorts } from '../../helpdesk/administration/administration-ports';
import { appenderOf, type Installation } from './installation';
import { openAccounts } from './open-accounts';
import { openOwnDirectory } from './open-directory';
import { openMessaging } from './open-messaging';

/** The accounts of this site, for a program that serves nobody. */
export function openAdministration(installation: Installation): AccountPorts & PasswordPorts {
  const appender = appenderOf(installation);
  const { persist } = openMessaging(installation, appender);
  const { users, own } = openOwnDirectory(installation, persist);
  return { ...openAccounts(installation, appender, persist, users), accounts: own.accounts };
}
