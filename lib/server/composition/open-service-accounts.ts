import type { ApprovalStore } from '../../helpdesk/approvals/approval-store';
import type { AccountPorts } from '../../accounts/account-ports';
import { keyedHash } from '../../database/secrets/keyed-hash';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { PrismaServiceAccountStore } from '../../database/tables/service-accounts/prisma-service-account-store';
import type { ServiceAccountPorts } from '../../helpdesk/service-accounts/service-account-ports';
import type { Installation } from './installation';

/** @param keepsAccounts whether administrators' accounts are in the database, and not at an authentication server */
export function openServiceAccounts(
  { config, database, secrets }: Pick<Installation, 'config' | 'database' | 'secrets'>,
  { users, audit, rateLimiter, clock, random }: AccountPorts,
  persist: PersistSideEffects,
  approvals: ApprovalStore,
  keepsAccounts: boolean,
): ServiceAccountPorts {
  return {
    accounts: new PrismaServiceAccountStore(database, persist, keepsAccounts),
    approvals,
    hash: keyedHash(secrets.sessionSecret, 'service account key'),
    users,
    audit,
    rateLimiter,
    clock,
    random,
    settings: { publicUrl: config.publicUrl, approvalLifetimeMs: config.helpdesk.approvalLifetimeMs },
  };
}
