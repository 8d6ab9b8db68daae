import type { Period } from '../shared/time/period';
import type { AuditEventType } from './audit-event';

/** Which records are asked for: those that fit all of it. Null leaves a property out of account. */
export type AuditFilter = {
  period: Period;
  type: AuditEventType | null;
  /** User ID of the person it concerns. */
  subjectUserId: string | null;
  /** User ID of the person who did it. */
  actorUserId: string | null;
};
