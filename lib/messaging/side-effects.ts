import type { AuditEvent } from '../audit/audit-event';
import type { NewMessage } from './new-message';

/** What is kept in the same transaction as the change that brings it about: all of it, or nothing. */
export type SideEffects = { events: AuditEvent[]; messages: NewMessage[] };
