import { auditContext, systemContext, userActor } from '../audit/audit-context';
import { isSelf } from '../accounts/users/principal';
import { personBehind, requesterActor, requesterKey, type Requester } from '../accounts/users/requester';
import type { Role } from '../accounts/users/role';
import type { User } from '../accounts/users/user';
import { mayDecide } from '../helpdesk/approvals/ask-second-person';
import { staffWith } from '../helpdesk/staff';
import { mailsTo } from '../messaging/new-message';
import type { UserKey } from '../shared/identifiers/user-key';
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
  target: UserKey,
  role: Exclude<Role, 'user'>,
  origin: RequestOrigin,
): Promise<Result<RoleRequest, RoleRequestRefusal>> {
  const account = await ports.accounts.find(target);
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
  const { approvalLifetimeMs, publicUrl } = ports.settings;
  const request: RoleRequest = {
    id: generateRoleRequestId(ports.random),
    userId,
    domain,
    role,
    requestedBy: requesterKey(administrator).userId,
    requestedAt: now,
    endsAt: new Date(now.getTime() + approvalLifetimeMs),
  };
  const { id: requestId, requestedBy, endsAt } = request;
  const deciders: User[] = await staffWith(ports, domain, DECIDERS, [personBehind(requestedBy), userId]);
  const asked = { kind: 'role-requested', userId, role, requestedBy, validUntil: endsAt } as const;
  const content = { ...asked, queueUrl: `${publicUrl}/helpdesk/approvals` };
  const created = await ports.roleRequests.create(request, {
    events: [{ type: 'role-requested', role, requestId, ...about }],
    messages: deciders.flatMap((decider) => mailsTo(decider, content, requestId, endsAt)),
  });
  return created.ok ? accept(request) : refused(created.refusal);
}

export type RoleDecisionRefusal =
  | 'not-found'
  | 'own-request'
  | 'own-account'
  | 'not-awaiting'
  | 'not-permitted'
  | 'has-role';

/** Agrees to a role or declines it: neither who asked nor who gets it. */
export async function decideRole(
  ports: RolePorts,
  decider: User,
  id: RoleRequestId,
  decision: 'given' | 'declined',
  origin: RequestOrigin,
): Promise<Result<RoleRequest, RoleDecisionRefusal>> {
  const request = await ports.roleRequests.find(id);
  if (!request || request.domain !== decider.domain) return refuse('not-found');
  const now = ports.clock.now();
  const about = auditContext(userActor(decider), request, origin);
  const refused = async (reason: RoleDecisionRefusal) => {
    await ports.audit.append({ type: 'account-change-refused', change: 'give-role', reason, ...about });
    return refuse(reason);
  };
  if (now >= request.endsAt) return refused('not-awaiting');
  const allowed = mayDecide(decider.userId, request);
  if (!allowed.ok) return refused(allowed.refusal);
  const { role } = request;
  const decided = await ports.roleRequests.decide(request, decision, decider.userId, now, {
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
  for (const request of await roleRequests.listAwaiting(200)) {
    if (now < request.endsAt) continue;
    const { role, id: requestId } = request;
    const event = { type: 'role-request-expired', role, requestId, ...systemContext(request, requestId) } as const;
    await roleRequests.decide(request, 'expired', null, now, { events: [event], messages: [] });
  }
}
