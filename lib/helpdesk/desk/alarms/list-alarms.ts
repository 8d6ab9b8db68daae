import { allOf, type AuditLog } from '../../../audit/audit-log';
import type { AuditEvent } from '../../../audit/audit-event';
import type { DailyBudget } from '../../../audit/events/service-account-events';
import { DAY } from '../../../shared/time/duration';
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
  return records.map(({ id, at, event: { actor, budget, serviceAccountId } }): Alarm => {
    const system = actor.kind === 'service-account' ? actor.name : serviceAccountId;
    return { kind: 'budget-used-up', id, at, system, budget };
  });
}

async function listUnregistered(ports: Reading, from: Date, domain: string): Promise<Alarm[]> {
  const records = await recordsOf(ports, 'registration-failed', from, domain);
  return records.flatMap(({ id, at, event: { subject, reason, tries, gatewayReason } }): Alarm[] => {
    if (!subject) return [];
    const isKnown = reason !== 'answer-lost';
    return [{ kind: 'registration-failed', id, at, userId: subject.userId, isKnown, tries, gatewayReason }];
  });
}

async function listStopped(ports: Reading, from: Date, domain: string): Promise<Alarm[]> {
  const records = await recordsOf(ports, 'invitation-disowned', from, domain);
  return records.flatMap(({ id, at, event: { subject, requestedBy, ticket } }): Alarm[] =>
    subject ? [{ kind: 'reissue-disowned', id, at, userId: subject.userId, requestedBy, ticket }] : [],
  );
}

/** The newest records of a type, each with what identifies its alarm. */
async function recordsOf<Type extends AuditEvent['type']>(
  { audit, clock }: Reading,
  type: Type,
  from: Date,
  domain: string,
): Promise<{ id: string; at: string; event: Extract<AuditEvent, { type: Type }> }[]> {
  const filter = { ...allOf({ from, to: new Date(clock.now().getTime() + 1) }, domain), type };
  const records = await audit.list(filter, { order: 'newest-first', after: null, limit: LIMIT });
  return records.flatMap(({ sequenceNumber, at, event }) =>
    isOfType(event, type) ? [{ id: `alarm-${sequenceNumber}`, at: at.toISOString(), event }] : [],
  );
}

function isOfType<Type extends AuditEvent['type']>(
  event: AuditEvent,
  type: Type,
): event is Extract<AuditEvent, { type: Type }> {
  return event.type === type;
}
