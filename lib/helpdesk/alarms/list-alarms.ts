import type { AuditLog } from '../../audit/audit-log';
import { DAY } from '../../shared/time/duration';
import { listBreakGlass } from '../approvals/list-break-glass';
import type { NoticePorts } from '../helpdesk-ports';

/** What staff were alarmed of. Times are ISO 8601 in UTC. */
export type Alarm = { id: string; at: string; userId: string } & (
  | { kind: 'approval-bypassed'; action: 'invitation' | 'removal'; usedBy: string; justification: string }
  | { kind: 'not-me'; device: string; instanceId: string; isLocked: boolean; browser: string; network: string | null }
);

const WITHIN_MS = 7 * DAY;
const LIMIT = 100;

/** The alarms of the last week, newest first: approvals that were bypassed, and devices reported by "It wasn't me". */
export async function listAlarms(
  ports: Pick<NoticePorts, 'notices' | 'clock'> & { audit: AuditLog },
  domain: string,
): Promise<Alarm[]> {
  const since = new Date(ports.clock.now().getTime() - WITHIN_MS);
  const bypassed = await listBreakGlass(ports, domain);
  const disowned = await ports.notices.listDisowned(since, LIMIT);
  const alarms: Alarm[] = [
    ...bypassed.map(({ at, userId, requestId: id, usedBy, justification }): Alarm => {
      const action = id.startsWith('rem-') ? 'removal' : 'invitation';
      return { kind: 'approval-bypassed', id, at, userId, action, usedBy, justification };
    }),
    ...disowned
      .filter((notice) => notice.domain === domain && notice.cause === 'not-me')
      .map(({ activationId: id, disownedAt, userId, deviceName: device, instanceId, isLocked, trace }): Alarm => {
        const { browser, network } = trace;
        const at = disownedAt.toISOString();
        return { kind: 'not-me', id, at, userId, device, instanceId, isLocked, browser, network };
      }),
  ];
  return alarms.toSorted((left, right) => (left.at < right.at ? 1 : -1));
}
