import type { AuditFilter } from '@/lib/audit/audit-filter';
import { daysOf } from '@/lib/shared/time/days-of';

/** A filter as `auditFilterSchema` reads it, with whatever else an address says. */
export function auditQuery(
  { period, type, subjectUserId, actorUserId }: AuditFilter,
  more: Record<string, string> = {},
): string {
  const chosen = { ...daysOf(period), type, user: subjectUserId, actor: actorUserId, ...more };
  const given = Object.entries(chosen).filter((pair): pair is [string, string] => pair[1] !== null);
  return new URLSearchParams(given).toString();
}
