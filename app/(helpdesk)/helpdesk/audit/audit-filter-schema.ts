import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH, normalizeUserId } from '@/lib/accounts/users/user';
import type { AuditFilter } from '@/lib/audit/audit-log';
import { AUDIT_EVENT_TYPES } from '@/lib/audit/event-catalogue';
import { daysSchema } from '@/lib/server/web/answers/export-response';
import { daysOf } from '@/lib/shared/time/period';

/** A user ID, as it is stored. */
const userId = z
  .string()
  .max(MAXIMUM_USER_ID_LENGTH)
  .default('')
  .transform((input) => normalizeUserId(input) || null);

/** Shown as it was typed; the log is searched without regard to case. */
const typed = z
  .string()
  .max(MAXIMUM_USER_ID_LENGTH)
  .default('')
  .transform(
    (input) =>
      input
        .trim()
        .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\u{fffd}')
        .normalize('NFC') || null,
  );

const restSchema = z.object({
  type: z
    .enum(['', ...AUDIT_EVENT_TYPES])
    .default('')
    .transform((type) => type || null),
  user: userId,
  actor: userId,
  q: typed,
});

/** Parses the query string of the audit page into a filter. @param domain the reader's */
export function auditFilterSchema(domain: string) {
  return daysSchema.and(restSchema).transform(({ from, to, type, user, actor, q }): AuditFilter => ({
    period: { from, to },
    domain,
    type,
    subjectUserId: user,
    actorUserId: actor,
    text: q,
  }));
}

/** The fields of a query string that `auditFilterSchema` parses. */
export function auditFields({
  period,
  type,
  subjectUserId,
  actorUserId,
  text: q,
}: AuditFilter): Record<string, string> {
  const filter = { ...daysOf(period), type, user: subjectUserId, actor: actorUserId, q };
  return Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null));
}

/** The query string of a filter. Other parameters are appended. */
export function auditQuery(filter: AuditFilter, more: Record<string, string> = {}): string {
  return new URLSearchParams({ ...auditFields(filter), ...more }).toString();
}
