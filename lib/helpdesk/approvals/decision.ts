import { may, type Permission } from '../../accounts/users/permission';
import type { Principal } from '../../accounts/users/principal';
import { personBehind } from '../../accounts/users/requester';
import { normalizeUserId } from '../../accounts/users/user';
import { accept, refuse, type Result } from '../../shared/result';
import { isOpen, type Approval, type Awaiting } from './approval';

/** @property requestedBy see `requesterKey` @property userId whom it concerns; missing where it concerns no user */
type Request = { domain: string; requestedBy: string; userId?: string | null };

export type DecisionObstacle = 'own-request' | 'own-account';

export type DecisionRefusal = DecisionObstacle | 'not-found' | 'not-awaiting';

/**
 * Whether somebody may decide a request now, of whatever kind it is. A request of another domain, or for somebody without
 * the permission, is not there.
 */
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
