import type { AuditEventType, AuditFact } from '@/lib/audit/audit-event';
import { AUDIT_EVENTS } from '@/lib/audit/event-catalogue';

/** One fact of every type: the example of its declaration. */
export const FACTS = Object.fromEntries(AUDIT_EVENTS.map(({ type, example }) => [type, { type, ...example }])) as {
  [Type in AuditEventType]: Extract<AuditFact, { type: Type }>;
};
