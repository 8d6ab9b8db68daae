import type { AccountFact } from './facts/account-facts';
import type { AccountLifeFact } from './facts/account-life-facts';
import type { ActivationFact } from './facts/activation-facts';
import type { ActivationLinkFact } from './facts/activation-link-facts';
import type { DeviceFact } from './facts/device-facts';
import type { HelpdeskFact } from './facts/helpdesk-facts';
import type { RecordFact } from './facts/record-facts';
import type { ServiceAccountFact } from './facts/service-account-facts';

/**
 * Who acted. `system` is this software on its own: an expiry, a step seen at the gateway. A service account is another
 * system's.
 */
export type Actor =
  | { kind: 'user'; userId: string }
  | { kind: 'anonymous' }
  | { kind: 'phone' }
  | { kind: 'system' }
  | { kind: 'service-account'; serviceAccountId: string; name: string };
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

/**
 * Everything that is recorded. Stored records are read back as this type and hashed, so every word and property name is
 * part of the stored format; see `vocabulary.ts`.
 */
export type AuditFact =
  | AccountFact
  | AccountLifeFact
  | ActivationFact
  | ActivationLinkFact
  | DeviceFact
  | HelpdeskFact
  | RecordFact
  | ServiceAccountFact;

export type AuditEvent = AuditFact & AuditContext;
export type AuditEventType = AuditFact['type'];
