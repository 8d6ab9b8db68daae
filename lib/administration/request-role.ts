import { auditContext, systemContext, userActor } from '../audit/audit-context';
import { isSelf, type Principal } from '../accounts/users/principal';
import {
  inDomainOf,
  personBehind,
  requesterActor,
  requesterKey,
  type NamedUser,
  type Requester,
} from '../accounts/users/requester';
import type { Role } from '../accounts/users/role';
import type { User } from '../accounts/users/user';
import { approvalEnd, checkDecision, isUndecided, type DecisionRefusal } from '../approvals/decision';
import { staffWith } from '../accounts/users/staff';
import { mailsTo } from '../messaging/new-message';
import type { Random } from '../shared/random';
import type { RequestOrigin } from '../shared/request-origin';
import { accept, refuse, type Result } from '../shared/result';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { AccountPorts } from './administration-ports';
import { generateRoleRequestId, type RoleRequest, type RoleRequestId, type RoleRequestStore } from './role-request';

export type RolePorts = AccountPorts & {
  roleRequests: RoleRequestStore;
  users: UserDirectory;
  random: Random;
  settings: { publicUrl: string; approvalLifetimeMs: number };
};

/** Who may agree to a role: whoever decides at the helpdesk, or another administrator. */
const DECIDERS = ['helpdesk-approver', 'administrator'] as const;

export type RoleRequestRefusal = 'not-found' | 'own-account' | 'has-role' | 'already-asked' | 'already-disabled';

/** Asks for a staff role for somebody else, which takes a second person (four eyes). */
export async function requestRole(
  ports: RolePorts,
  administrator: Requester,
  target: NamedUser,
  role: Exclude<Role, 'user'>,
  origin: RequestOrigin,
): Promise<Result<RoleRequest, RoleRequestRefusal>> {
  const account = await ports.accounts.find(inDomainOf(administrator, target));
  const about = auditContext(requesterActor(administrator), account?.user ?? null, origin);
  const refused = async (reason: RoleRequestRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'give-role', reason, ...about });
    return refuse(reason);
  };
  if (!account) return refused('not-found');
  const { userId, domain, roles } = account.user;
  if (isSelf(administrator, userId)) return refused('own-account');
  if (account.disabledAt) return refused('already-disabled');
  if (roles.includes(role)) return refused('has-role');
  const now = ports.clock.now();
  const request: RoleRequest = {
    id: generateRoleRequestId(ports.random),
    userId,
    domain,
    role,
    requestedBy: requesterKey(administrator).userId,
    requestedAt: now,
    endsAt: approvalEnd(ports.settings, now),
  };
  const { id: requestId, requestedBy, endsAt } = request;
  const deciders: User[] = await staffWith(ports, domain, DECIDERS, [personBehind(requestedBy), userId]);
  const asked = { kind: 'role-requested', userId, role, requestedBy, validUntil: endsAt } as const;
  const content = { ...asked, queueUrl: `${ports.settings.publicUrl}/helpdesk/approvals` };
  const created = await ports.roleRequests.create(request, {
    events: [{ type: 'role-requested', role, requestId, ...about }],
    messages: deciders.flatMap((decider) => mailsTo(decider, content, requestId)),
  });
  return created.ok ? accept(request) : refused(created.refusal);
}

export type RoleDecisionRefusal = DecisionRefusal | 'not-permitted' | 'has-role';

/** Agrees to a role or declines it: neither who asked nor who gets it. */
export async function decideRole(
  ports: RolePorts,
  decider: Principal,
  id: RoleRequestId,
  decision: 'given' | 'declined',
  origin: RequestOrigin,
): Promise<Result<RoleRequest, RoleDecisionRefusal>> {
  const request = await ports.roleRequests.find(id);
  const now = ports.clock.now();
  const found = checkDecision('role', decider, request, isUndecided, now);
  if (!request || (!found.ok && found.refusal === 'not-found')) return refuse('not-found');
  const about = auditContext(userActor(decider.user), request, origin);
  const refused = async (reason: RoleDecisionRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'give-role', reason, ...about });
    return refuse(reason);
  };
  if (!found.ok) return refused(found.refusal);
  const { role } = request;
  const decided = await ports.roleRequests.decide(request, decision, decider.user.userId, now, {
    events: [
      decision === 'given'
        ? { type: 'role-given', role, ...about }
        : { type: 'role-declined', role, requestId: id, ...about },
    ],
    messages: [],
  });
  return decided.ok ? accept(request) : refused(decided.refusal);
}

/** Ends requests that nobody decided in time. */
export async function expireRoleRequests({
  roleRequests,
  clock,
}: Pick<RolePorts, 'roleRequests' | 'clock'>): Promise<void> {
  const now = clock.now();
  for (const request of await roleRequests.listOverdue(now, 200)) {
    const { role, id: requestId } = request;
    const event = { type: 'role-request-expired', role, requestId, ...systemContext(request, requestId) } as const;
    await roleRequests.decide(request, 'expired', null, now, { events: [event], messages: [] });
  }
}
