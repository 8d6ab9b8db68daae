import { ROLE_REQUESTS } from '../../helpdesk/administration/role-request';
import type { RolePorts } from '../../helpdesk/administration/request-role';
import { offer, type OfferedKind } from '../../helpdesk/approvals/offered-kind';
import { helpdeskKinds } from '../../helpdesk/desk/approvals/helpdesk-kinds';
import type { HelpdeskPorts } from '../../helpdesk/desk/helpdesk-ports';
import type { ServiceAccountPorts } from '../../helpdesk/service-accounts/service-account-ports';
import type { ApprovalStore } from '../../helpdesk/approvals/approval-store';
import type { Database } from '../../database/database';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { GIVE_ROLE } from '../../database/tables/administration/give-role';
import { PrismaApprovalStore } from '../../database/tables/approvals/prisma-approval-store';
import { LIFT_FREEZE } from '../../database/tables/safety/lift-freeze';
import { makeServiceAccount } from '../../database/tables/service-accounts/make-service-account';
import { LIFTS } from '../../helpdesk/safety/freeze/lifts';
import { ACCOUNT_REQUESTS } from '../../helpdesk/service-accounts/account-request';

/**
 * What takes a second person, with what kinds do in the transaction of a decision.
 * @param keepsAccounts whether administrators' accounts are in the database, and not at an authentication server
 */
export function openApprovals(
  { client }: Pick<Database, 'client'>,
  persist: PersistSideEffects,
  keepsAccounts: boolean,
): ApprovalStore {
  return new PrismaApprovalStore(client, persist, {
    [LIFTS.name]: LIFT_FREEZE,
    [ROLE_REQUESTS.name]: GIVE_ROLE,
    [ACCOUNT_REQUESTS.name]: makeServiceAccount(keepsAccounts),
  });
}

/** Every kind with what it takes: a new one is a line here, or in `helpdeskKinds`. */
export function offerApprovals({
  helpdesk,
  administration,
  serviceAccounts,
}: {
  helpdesk: HelpdeskPorts;
  administration: RolePorts | null;
  serviceAccounts: ServiceAccountPorts;
}): OfferedKind[] {
  return [
    ...helpdeskKinds(helpdesk),
    ...(administration ? [offer(administration, ROLE_REQUESTS)] : []),
    offer(serviceAccounts, ACCOUNT_REQUESTS),
  ];
}
