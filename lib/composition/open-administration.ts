import type { PasswordPorts } from '../accounts/access-ports';
import type { AccountPorts } from '../administration/administration-ports';
import { AuditAppender } from '../database/side-effects/append-audit-records';
import type { Installation } from './installation';
import { openAccess } from './open-access';
import { openOwnDirectory } from './open-directory';
import { openMessages } from './open-messages';

/** The accounts of this site, for a program that serves nobody. */
export function openAdministration(installation: Installation): AccountPorts & PasswordPorts {
  const { keyRing, chainKeys } = installation;
  const appender = new AuditAppender(chainKeys, keyRing);
  const { persist } = openMessages(installation, appender);
  const { users, own } = openOwnDirectory(installation, persist);
  return { ...openAccess(installation, appender, persist, users), accounts: own.accounts };
}
