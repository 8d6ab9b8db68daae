import type { PasswordPorts } from '../accounts/access-ports';
import type { AccountPorts } from '../administration/administration-ports';
import { AuditAppender } from '../database/side-effects/append-audit-records';
import { PrismaAccountStore } from '../database/tables/administration/prisma-account-store';
import type { Installation } from './installation';
import { openAccess } from './open-access';
import { openMessages } from './open-messages';

/** The accounts of this site, for a program that serves nobody. */
export function openAdministration(installation: Installation): AccountPorts & PasswordPorts {
  const { config, database, keyRing, chainKeys } = installation;
  const appender = new AuditAppender(chainKeys, keyRing);
  const { persist } = openMessages(installation, appender);
  const accounts = new PrismaAccountStore(database, persist, config.protectedGroups);
  return { ...openAccess(installation, appender, persist, null), accounts };
}
