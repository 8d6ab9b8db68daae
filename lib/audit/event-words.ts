import { t } from '../shared/language/t';
import type { AuditEvent } from './audit-event';
import { declarationOf, type AuditEventType } from './event-catalogue';
import { TO_OWNER, type Voice } from './voice';

/** Name of an event type in the filter. */
export function eventTypeWords(type: AuditEventType): string {
  return t(declarationOf(type).name);
}

/** An audit event in plain words. @param voice for the account's user by default */
export function eventWords(event: AuditEvent, voice: Voice = TO_OWNER): string {
  return declarationOf(event.type).sentence(event, voice);
}
