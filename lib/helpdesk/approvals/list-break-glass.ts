import { DAY } from '../../shared/time/duration';
import { allOf, type AuditLog } from '../../audit/audit-log';
import type { Clock } from '../../shared/time/clock';

/** A request that went on without the approval it needed. `at` is ISO 8601 in UTC. */
export type BreakGlass = { at: string; usedBy: string; userId: string; requestId: string; justification: string };

const WITHIN_MS = 7 * DAY;
const LIMIT = 100;

/** Break-glass requests of the last week, newest first: invitations and removals. */
export async function listBreakGlass(
  { audit, clock }: { audit: AuditLog; clock: Clock },
  domain: string,
): Promise<BreakGlass[]> {
  const to = new Date(clock.now().getTime() + 1);
  const period = { from: new Date(to.getTime() - WITHIN_MS), to };
  const filter = { ...allOf(period, domain), type: 'break-glass-used' } as const;
  const records = await audit.list(filter, { order: 'newest-first', after: null, limit: LIMIT });
  return records.flatMap(({ at, event }) => {
    if (event.type !== 'break-glass-used' || !event.subject) return [];
    const usedBy = event.actor.kind === 'user' ? event.actor.userId : event.actor.kind;
    const { requestId, justification, subject } = event;
    return [{ at: at.toISOString(), usedBy, userId: subject.userId, requestId, justification }];
  });
}
