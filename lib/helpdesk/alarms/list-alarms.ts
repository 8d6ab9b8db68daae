import { allOf, type AuditLog } from '../../audit/audit-log';
import type { AuditEvent } from '../../audit/audit-event';
import type { DailyBudget } from '../../audit/events/service-account-events';
import { DAY } from '../../shared/time/duration';
import { listBreakGlass } from '../../approvals/list-break-glass';
import type { SafetyCase } from '../../safety/cases/safety-case';
import type { NoticePorts, NotMePorts } from '../../safety/safety-ports';

/** What staff were alarmed of. Times are ISO 8601 in UTC. */
export type Alarm = { id: string; at: string } & (
  | {
      kind: 'approval-bypassed';
      userId: string;
      action: 'invitation' | 'removal';
      usedBy: string;
      justification: string;
    }
  | {
      kind: 'not-me';
      userId: string;
      device: string;
      instanceId: string;
      isLocked: boolean;
      browser: string;
      network: string | null;
    }
  | ({ kind: 'case-disputed'; userId: string; browser: string; network: string | null } & Pick<
      SafetyCase,
      'reference' | 'about'
    >)
  | { kind: 'reissue-disowned'; userId: string; requestedBy: string; ticket: string }
  | { kind: 'registration-failed'; userId: string; isKnown: boolean; tries: number; gatewayReason: string }
  | { kind: 'budget-used-up'; system: string; budget: DailyBudget }
);

const WITHIN_MS = 7 * DAY;
const LIMIT = 100;

/**
 * The alarms of the last week, newest first: approvals that were bypassed, devices, cases and invitations reported by "It wasn't me", systems
 * that have used up what they may change in a day, and registrations that failed at the gateway.
 */
export async function listAlarms(
  ports: Pick<NotMePorts, 'notices' | 'cases' | 'clock'> & { audit: AuditLog },
  domain: string,
): Promise<Alarm[]> {
  const since = new Date(ports.clock.now().getTime() - WITHIN_MS);
  const bypassed = await listBreakGlass(ports, domain);
  const usedUp = await listUsedUp(ports, since, domain);
  const unregistered = await listUnregistered(ports, since, domain);
  const stopped = await listStopped(ports, since, domain);
  const disowned = await ports.notices.listDisowned(domain, since, LIMIT);
  const disputed = await ports.cases.listDisputed(domain, since, LIMIT);
  const alarms: Alarm[] = [
    ...usedUp,
    ...unregistered,
    ...stopped,
    ...disputed.flatMap(({ reference, userId, about, disputedAt, trace }): Alarm[] => {
      if (!disputedAt) return [];
      const at = disputedAt.toISOString();
      return [{ kind: 'case-disputed', id: reference, at, userId, reference, about, ...trace }];
    }),
    ...bypassed.map(({ at, userId, requestId: id, usedBy, justification }): Alarm => {
      const action = id.startsWith('rem-') ? 'removal' : 'invitation';
      return { kind: 'approval-bypassed', id, at, userId, action, usedBy, justification };
    }),
    ...disowned
      .filter(({ cause }) => cause === 'not-me')
      .map(({ activationId: id, disownedAt, userId, deviceName: device, instanceId, isLocked, trace }): Alarm => {
        const { browser, network } = trace;
        const at = disownedAt.toISOString();
        return { kind: 'not-me', id, at, userId, device, instanceId, isLocked, browser, network };
      }),
  ];
  return alarms.toSorted((left, right) => (left.at < right.at ? 1 : -1));
}

type Reading = Pick<NoticePorts, 'clock'> & { audit: AuditLog };

async function listUsedUp(ports: Reading, from: Date, domain: string): Promise<Alarm[]> {
  const records = await recordsOf(ports, 'service-budget-used-up', from, domain);
  return records.flatMap(({ sequenceNumber, at, event }): Alarm[] => {
    if (event.type !== 'service-budget-used-up') return [];
    const { actor, budget, serviceAccountId } = event;
    const system = actor.kind === 'service-account' ? actor.name : serviceAccountId;
    return [{ kind: 'budget-used-up', id: `alarm-${sequenceNumber}`, at: at.toISOString(), system, budget }];
  });
}

async function listUnregistered(ports: Reading, from: Date, domain: string): Promise<Alarm[]> {
  const records = await recordsOf(ports, 'registration-failed', from, domain);
  return records.flatMap(({ sequenceNumber, at, event }): Alarm[] => {
    if (event.type !== 'registration-failed' || !event.subject) return [];
    const { subject, tries, gatewayReason } = event;
    const { userId } = subject;
    const isKnown = event.reason !== 'answer-lost';
    const id = `alarm-${sequenceNumber}`;
    return [{ kind: 'registration-failed', id, at: at.toISOString(), userId, isKnown, tries, gatewayReason }];
  });
}

async function listStopped(ports: Reading, from: Date, domain: string): Promise<Alarm[]> {
  const records = await recordsOf(ports, 'invitation-disowned', from, domain);
  return records.flatMap(({ sequenceNumber, at, event }): Alarm[] => {
    if (event.type !== 'invitation-disowned' || !event.subject) return [];
    const { subject, requestedBy, ticket } = event;
    const id = `alarm-${sequenceNumber}`;
    return [{ kind: 'reissue-disowned', id, at: at.toISOString(), userId: subject.userId, requestedBy, ticket }];
  });
}

function recordsOf({ audit, clock }: Reading, type: AuditEvent['type'], from: Date, domain: string) {
  const filter = { ...allOf({ from, to: new Date(clock.now().getTime() + 1) }, domain), type };
  return audit.list(filter, { order: 'newest-first', after: null, limit: LIMIT });
}
