import type { AccessPorts } from '../accounts/access-ports';
import { keyedHash } from '../database/secrets/keyed-hash';
import type { PersistSideEffects } from '../database/side-effects/persist-side-effects';
import { PrismaServiceAccountRequestStore } from '../database/tables/service-accounts/prisma-service-account-request-store';
import { PrismaServiceAccountStore } from '../database/tables/service-accounts/prisma-service-account-store';
import type { ServiceAccountPorts } from '../service-accounts/service-account-ports';
import type { Installation } from './installation';

/** @param keepsAccounts whether administrators' accounts are in the database, and not at an authentication server */
export function openServiceAccounts(
  { config, database, secrets }: Pick<Installation, 'config' | 'database' | 'secrets'>,
  { users, audit, rateLimiter, clock, random }: AccessPorts,
  persist: PersistSideEffects,
  keepsAccounts: boolean,
): ServiceAccountPorts {
  return {
    accounts: new PrismaServiceAccountStore(database, persist, keepsAccounts),
    requests: new PrismaServiceAccountRequestStore(database.client, persist, keepsAccounts),
    hash: keyedHash(secrets.sessionSecret, 'service account key'),
    users,
    audit,
    rateLimiter,
    clock,
    random,
    settings: { publicUrl: config.publicUrl, approvalLifetimeMs: config.helpdesk.approvalLifetimeMs },
  };
}
