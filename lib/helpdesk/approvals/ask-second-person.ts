import { type User, normalizeUserId } from '../../accounts/users/user';
import type { ApprovalSubject } from '../../messaging/mail-content';
import { type NewMessage, mailsTo } from '../../messaging/new-message';
import type { SecondPersonPorts } from '../helpdesk-ports';
import { ALARMED, APPROVERS, staffWith } from '../staff';
import { webhook } from '../webhook-events';
import { refuse, accept, type Result } from '../../shared/result';

/** A request that takes two: an invitation or a removal. */
export type SecondPersonRequest = {
  id: string;
  userId: string;
  domain: string;
  requestedBy: string;
  reason: ApprovalSubject['reason'];
};

/** Tells those who may decide. @param endsAt when the request ends undecided */
export async function askSecondPerson(
  ports: SecondPersonPorts,
  action: ApprovalSubject['action'],
  { id, userId, domain, requestedBy, reason }: SecondPersonRequest,
  endsAt: Date,
): Promise<NewMessage[]> {
  const approvers = await staffWith(ports, domain, APPROVERS, [requestedBy, userId]);
  const subject = { action, userId, reason };
  const queueUrl = `${ports.settings.publicUrl}/helpdesk/approvals`;
  const content = { kind: 'approval-requested', ...subject, requestedBy, validUntil: endsAt, queueUrl } as const;
  return [
    ...approvers.flatMap((approver) => mailsTo(approver, content, id, endsAt)),
    webhook({ type: 'approval-requested', ...subject, domain, at: ports.clock.now(), approvalId: id, requestedBy }, id),
  ];
}

/** Raises the alarm: somebody goes on without a second person. Everybody is written to but themselves. */
export async function raiseAlarm(
  ports: SecondPersonPorts,
  action: ApprovalSubject['action'],
  { id, userId, domain, requestedBy, reason }: SecondPersonRequest,
  justification: string,
): Promise<NewMessage[]> {
  const alarmed: User[] = await staffWith(ports, domain, ALARMED, [requestedBy]);
  const subject = { action, userId, reason };
  const [at, usedBy] = [ports.clock.now(), requestedBy];
  const content = {
    kind: 'break-glass-used',
    ...subject,
    usedBy,
    justification,
    at,
    userUrl: userUrl(ports, userId),
  } as const;
  return [
    ...alarmed.flatMap((user) => mailsTo(user, content)),
    webhook({ type: 'break-glass-used', ...subject, domain, at, usedBy, justification }, id),
  ];
}

/** What other systems are told of a decision. @param decidedBy null when nobody decided in time */
export function decisionEvent(
  action: ApprovalSubject['action'],
  { id, userId, domain, reason }: SecondPersonRequest,
  decision: 'approved' | 'declined' | 'expired',
  decidedBy: string | null,
  at: Date,
): NewMessage {
  const event = { type: 'approval-decided', action, userId, reason, domain, at, decision, decidedBy } as const;
  return webhook({ ...event, approvalId: id }, id);
}

/** The helpdesk's page of a person. */
export function userUrl({ settings }: Pick<SecondPersonPorts, 'settings'>, userId: string): string {
  return `${settings.publicUrl}/helpdesk/users/${encodeURIComponent(userId)}`;
}

export type DecisionRefusal = 'own-request' | 'own-account';

/**
 * Whether somebody may decide a request: nobody their own, and nobody one about themselves. Counted by person, whatever
 * roles they hold; a namesake in another domain is kept away as well.
 */
export function mayDecide(
  deciderId: string,
  request: { requestedBy: string; userId: string },
): Result<null, DecisionRefusal> {
  const decider = normalizeUserId(deciderId);
  if (decider === normalizeUserId(request.requestedBy)) return refuse('own-request');
  return decider === normalizeUserId(request.userId) ? refuse('own-account') : accept(null);
}
