import { perPerson } from '../../accounts/sign-in/limits';
import { findPeopleNames, requesterName } from '../../accounts/users/people-names';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import { personBehind, requesterKey, type Requester } from '../../accounts/users/requester';
import { ALARMED, staffWith } from '../../accounts/users/staff';
import type { User } from '../../accounts/users/user';
import type { MailContent } from '../../messaging/mail-content';
import type { ApprovalSubject } from '../../messaging/mail-kinds/approval-mails';
import { type NewMessage, mailsTo, webhook } from '../../messaging/new-message';
import { refuse, accept, type Result } from '../../shared/result';
import type { Approval } from './approval';
import type { ApprovalKind, AskedInWords } from './approval-kind';
import type { SecondPersonPorts } from './approval-ports';
import { userOf } from './request-approval';

/** A request that needs a second person's approval: an invitation or a removal. */
export type SecondPersonRequest = {
  id: string;
  userId: string;
  domain: string;
  requestedBy: string;
  reason: ApprovalSubject['reason'];
  /** Name of the device that goes; null if none does. */
  device: string | null;
};

/** How the helpdesk's own kinds of requests are mailed and posted. @param deviceOf name of the device that goes, if any */
export function announceToHelpdesk<Subject extends object>(
  action: ApprovalSubject['action'],
  reasonOf: (subject: Subject) => ApprovalSubject['reason'],
  deviceOf: (subject: Subject) => string | null = () => null,
): Pick<ApprovalKind<Subject>, 'mailOf'> & Required<Pick<ApprovalKind<Subject>, 'announce'>> {
  const described = (approval: Approval<Subject>): SecondPersonRequest => {
    const { id, requestedBy, subject } = approval;
    return { id, requestedBy, ...userOf(approval), reason: reasonOf(subject), device: deviceOf(subject) };
  };
  return {
    mailOf: (awaiting, asked) => requestMail(action, described(awaiting), awaiting.endsAt, asked),
    announce: (move, approval, at) => [
      move === 'requested'
        ? requestEvent(action, described(approval), at)
        : decisionEvent(action, described(approval), move, approval.decidedBy, at),
    ],
  };
}

function requestMail(
  action: ApprovalSubject['action'],
  { userId, reason, device }: SecondPersonRequest,
  validUntil: Date,
  asked: AskedInWords,
): MailContent {
  return { kind: 'approval-requested', action, userId, reason, device, validUntil, ...asked };
}

function requestEvent(
  action: ApprovalSubject['action'],
  { id, userId, domain, requestedBy, reason }: SecondPersonRequest,
  at: Date,
): NewMessage {
  const event = { type: 'approval-requested', action, userId, reason, domain, at, requestedBy } as const;
  return webhook({ ...event, approvalId: id }, id);
}

export type BreakGlassRefusal = 'nobody-to-alarm' | 'break-glass-used-up';

/** Permits an agent to go on without approval: somebody must be there to be alarmed, and it may not become a habit. */
export async function takeBreakGlass(
  ports: Pick<SecondPersonPorts, 'users'> & { rateLimiter: RateLimiter },
  requester: Requester,
): Promise<Result<null, BreakGlassRefusal>> {
  const agent = requesterKey(requester);
  const alarmed = await staffWith(ports, agent.domain, ALARMED, [agent.userId]);
  if (alarmed.length === 0) return refuse('nobody-to-alarm');
  return (await ports.rateLimiter.take([perPerson('break-glass', agent)]))
    ? refuse('break-glass-used-up')
    : accept(null);
}

/** Makes the alarm that a request breaks the glass, for all approvers and administrators except its own agent. */
export async function raiseAlarm(
  ports: SecondPersonPorts,
  action: ApprovalSubject['action'],
  { id, userId, domain, requestedBy, reason, device }: SecondPersonRequest,
  justification: string,
): Promise<NewMessage[]> {
  const names = await findPeopleNames(ports.users, domain, [userId, requestedBy]);
  const alarmed: User[] = await staffWith(ports, domain, ALARMED, [personBehind(requestedBy)]);
  const subject = { action, userId, reason };
  const [at, usedBy] = [ports.clock.now(), requestedBy];
  const content = {
    kind: 'break-glass-used',
    ...subject,
    person: names.get(userId) ?? userId,
    device,
    usedBy: requesterName(names, requestedBy),
    justification,
    at,
    alarmUrl: alarmUrl(ports),
  } as const;
  return [
    ...alarmed.flatMap((user) => mailsTo(user, content)),
    webhook({ type: 'break-glass-used', ...subject, domain, at, usedBy, justification }, id),
  ];
}

/** The webhook event of a decision. @param decidedBy null if the request expired */
function decisionEvent(
  action: ApprovalSubject['action'],
  { id, userId, domain, reason }: SecondPersonRequest,
  decision: 'approved' | 'declined' | 'expired',
  decidedBy: string | null,
  at: Date,
): NewMessage {
  const event = { type: 'approval-decided', action, userId, reason, domain, at, decision, decidedBy } as const;
  return webhook({ ...event, approvalId: id }, id);
}

/** The page of the alarms, which everybody who is alarmed may read. */
export function alarmUrl({ settings }: { settings: { publicUrl: string } }): string {
  return `${settings.publicUrl}/helpdesk/alarms`;
}
