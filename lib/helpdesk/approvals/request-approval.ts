import { rolesWith } from '../../accounts/users/permission';
import { findPeopleNames, requesterName } from '../../accounts/users/people-names';
import { personBehind, requesterActor, requesterKey, type Requester } from '../../accounts/users/requester';
import { auditContext } from '../../audit/audit-context';
import type { AuditLog } from '../../audit/audit-log';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { mailsTo, type NewMessage } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Random } from '../../shared/random';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, type Result } from '../../shared/result';
import type { Clock } from '../../shared/time/clock';
import { generateApprovalId, type Approval, type Awaiting } from './approval';
import type { ApprovalKind, DecidableKind } from './approval-kind';
import type { ApprovalStore } from './approval-store';
import { approvalEnd } from './decision';
import { staffWith } from '../../accounts/users/staff';

export type ApprovalPorts = {
  approvals: ApprovalStore;
  users: Pick<UserDirectory, 'find' | 'listWithRole'>;
  audit: Pick<AuditLog, 'append'>;
  clock: Clock;
  random: Random;
  /** @property approvalLifetimeMs how long a request waits for a second person, in milliseconds */
  settings: { publicUrl: string; approvalLifetimeMs: number };
};

/** @param user whom it concerns; null where it concerns no user */
export function newApproval<Subject extends object>(
  { clock, random, settings }: Pick<ApprovalPorts, 'clock' | 'random' | 'settings'>,
  { prefix }: Pick<ApprovalKind<Subject>, 'prefix'>,
  requester: Requester,
  subject: Subject,
  user: UserKey | null,
): Awaiting<Subject> {
  const requestedAt = clock.now();
  const { userId: requestedBy, domain } = requesterKey(requester);
  return {
    id: generateApprovalId(prefix, random),
    version: 1,
    subject,
    userId: user?.userId ?? null,
    domain,
    requestedBy,
    requestedAt,
    endsAt: approvalEnd(settings, requestedAt),
    state: 'awaiting',
    decidedBy: null,
    endedAt: null,
  };
}

/** Asks for what takes a second person, and writes to everybody who may be that person. */
export async function requestApproval<Subject extends object, Unmet extends string>(
  ports: ApprovalPorts,
  kind: ApprovalKind<Subject, never, Unmet>,
  requester: Requester,
  awaiting: Awaiting<Subject>,
  origin: RequestOrigin,
): Promise<Result<Awaiting<Subject>, 'already-asked'>> {
  const context = auditContext(requesterActor(requester), concernedBy(awaiting), origin);
  const created = await ports.approvals.create(kind, awaiting, {
    events: [kind.eventOf('requested', awaiting, context, null)],
    messages: await notifyDeciders(ports, kind, awaiting),
  });
  return created.ok ? accept(awaiting) : created;
}

/** Makes the messages of a request: to everybody who may be the second person, and to webhooks. */
export async function notifyDeciders<Subject extends object>(
  ports: Pick<ApprovalPorts, 'users' | 'clock'> & { settings: { publicUrl: string } },
  kind: Pick<DecidableKind<Subject>, 'mailOf' | 'announce' | 'decidedWith'>,
  awaiting: Awaiting<Subject>,
): Promise<NewMessage[]> {
  const { id, domain, userId, requestedBy } = awaiting;
  const concerned = userId === null ? [] : [userId];
  const names = await findPeopleNames(ports.users, domain, [...concerned, requestedBy]);
  const content = kind.mailOf(awaiting, {
    person: userId === null ? '' : (names.get(userId) ?? userId),
    requestedBy: requesterName(names, requestedBy),
    queueUrl: `${ports.settings.publicUrl}/helpdesk/approvals`,
  });
  const deciders = await staffWith(ports, domain, rolesWith(kind.decidedWith), [
    personBehind(requestedBy),
    ...concerned,
  ]);
  return [
    ...deciders.flatMap((decider) => mailsTo(decider, content, id)),
    ...(kind.announce?.('requested', awaiting, ports.clock.now()) ?? []),
  ];
}

/** The user whom a request concerns, if any. */
export function concernedBy({ userId, domain }: Pick<Approval<unknown>, 'userId' | 'domain'>): UserKey | null {
  return userId === null ? null : { userId, domain };
}

/** The user whom a request of a kind concerns that concerns users. */
export function userOf(approval: Pick<Approval<unknown>, 'id' | 'userId' | 'domain'>): UserKey {
  const user = concernedBy(approval);
  if (!user) throw new TypeError(`${approval.id} concerns no user`);
  return user;
}
