import { may, type Permission } from '../accounts/users/permission';
import type { Principal } from '../accounts/users/principal';
import { personBehind } from '../accounts/users/requester';
import { normalizeUserId } from '../accounts/users/user';
import { accept, refuse, type Result } from '../shared/result';
import { isOpen, type Approval, type Awaiting } from './approval';

/** All that takes a second person, and the permission to be that person. */
const DECIDED_WITH = {
  invitation: 'approval:decide',
  removal: 'approval:decide',
  lift: 'approval:decide',
  role: 'account:approve',
  change: 'account:approve',
  'service-account': 'account:approve',
} as const satisfies Record<string, Permission>;

export type ApprovalKind = keyof typeof DECIDED_WITH;

export const APPROVAL_KINDS = Object.keys(DECIDED_WITH) as ApprovalKind[];

/** @property requestedBy see `requesterKey` @property userId whom it concerns; missing where it concerns no user */
type Request = { domain: string; requestedBy: string; userId?: string | null };

export type DecisionObstacle = 'own-request' | 'own-account';

export type DecisionRefusal = DecisionObstacle | 'not-found' | 'not-awaiting';

/**
 * Whether somebody may decide a request now. Every use case that approves or declines asks this, of whatever kind the
 * request is. A request of another domain, or for somebody without the permission, is not there.
 * @param isAwaiting whether it still waits, as the decider has read it
 */
export function checkDecision<Asked extends { domain: string }, Waiting extends Asked & Request & { endsAt: Date }>(
  kind: ApprovalKind,
  decider: Principal,
  request: Asked | null,
  isAwaiting: (request: Asked) => request is Waiting,
  now: Date,
): Result<Waiting, DecisionRefusal> {
  if (request?.domain !== decider.user.domain) return refuse('not-found');
  if (!isAwaiting(request) || now >= request.endsAt) return refuse('not-awaiting');
  const obstacle = obstacleTo(decider.user.userId, request);
  if (obstacle !== null) return refuse(obstacle);
  return may(decider, DECIDED_WITH[kind]) ? accept(request) : refuse('not-found');
}

/** The same of a request of any kind, by the permission of its kind. */
export function checkApproval<Subject>(
  decidedWith: Permission,
  decider: Principal,
  approval: Approval<Subject> | null,
  now: Date,
): Result<Awaiting<Subject>, DecisionRefusal> {
  if (approval?.domain !== decider.user.domain) return refuse('not-found');
  if (!isOpen(approval, now)) return refuse('not-awaiting');
  const obstacle = obstacleTo(decider.user.userId, approval);
  if (obstacle !== null) return refuse(obstacle);
  return may(decider, decidedWith) ? accept(approval) : refuse('not-found');
}

/**
 * Why somebody may not decide a request of their own domain: staff decide neither their own requests, nor what a machine
 * asks for whose key they hold, nor requests about themselves, whatever their roles.
 */
export function obstacleTo(
  deciderId: string,
  { requestedBy, userId }: Pick<Request, 'requestedBy' | 'userId'>,
): DecisionObstacle | null {
  const decider = normalizeUserId(deciderId);
  if ([requestedBy, personBehind(requestedBy)].map(normalizeUserId).includes(decider)) return 'own-request';
  return typeof userId === 'string' && decider === normalizeUserId(userId) ? 'own-account' : null;
}

/** When a request that is made now expires undecided. */
export function approvalEnd({ approvalLifetimeMs }: { approvalLifetimeMs: number }, now: Date): Date {
  return new Date(now.getTime() + approvalLifetimeMs);
}
