import type { AuditFact } from './event-catalogue';

/**
 * Who acted. `system` is this software on its own: an expiry, a step seen at the gateway. A service account is another
 * system's.
 */
export type Actor = (
  | { kind: 'user'; userId: string }
  | { kind: 'anonymous' }
  | { kind: 'phone' }
  | { kind: 'system' }
  | { kind: 'service-account'; serviceAccountId: string; name: string }
) & {
  /** Of the site where it happened, kept where nothing else of a record names a domain. */
  domain?: string;
};
export const ACTOR_KINDS = [
  'user',
  'anonymous',
  'phone',
  'system',
  'service-account',
] as const satisfies readonly Actor['kind'][];

/** The identifier of a user or a service account; null for others, who have none. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'service-account' ? actor.serviceAccountId : null;
}

/** The user whom the event concerns; null if none is known. */
export type Subject = { userId: string; domain: string } | null;

/** The circumstances of an event. `correlationId` ties events to one request. */
export type AuditContext = { actor: Actor; subject: Subject; correlationId: string; address: string | null };

export type { AuditEventType, AuditFact } from './event-catalogue';

export type AuditEvent = AuditFact & AuditContext;

/** Whose event it is. Null for records from before they all named a domain: see `olderDomain` of the log. */
export function domainOfEvent(event: AuditEvent): string | null {
  return event.subject?.domain ?? ('domain' in event ? event.domain : null) ?? event.actor.domain ?? null;
}
