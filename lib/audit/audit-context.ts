import type { UserKey } from '../shared/identifiers/user-key';
import type { RequestOrigin } from '../shared/request-origin';
import type { Actor, AuditContext } from './audit-event';

/** @param subject the user that the event concerns; null if none is known */
export function auditContext(
  actor: Actor,
  subject: UserKey | null,
  { correlationId, address }: RequestOrigin,
): AuditContext {
  return { actor, subject: subject && { userId: subject.userId, domain: subject.domain }, correlationId, address };
}

/** The context of what users do to their own account. */
export function ownContext(user: UserKey, origin: RequestOrigin): AuditContext {
  return auditContext(userActor(user), user, origin);
}

/** The context of what this software does to a user's account unasked. @param correlationId ties its events together */
export function systemContext(subject: UserKey, correlationId: string): AuditContext {
  return auditContext({ kind: 'system' }, subject, noRequest(correlationId));
}

export function userActor({ userId }: Pick<UserKey, 'userId'>): Actor {
  return { kind: 'user', userId };
}

/** Who acted, as pages and mails name them: a user ID, or a service account in words. Null for who has no name. */
export function actorName(actor: Actor): string | null {
  if (actor.kind === 'service-account') return `service account ${actor.name}`;
  return actor.kind === 'user' ? actor.userId : null;
}

/** The origin of what no request caused. */
export function noRequest(correlationId: string): RequestOrigin {
  return { correlationId, address: null };
}
