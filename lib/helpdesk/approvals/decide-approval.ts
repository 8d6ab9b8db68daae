import { GatewayError } from '../../activation/gateway-error';
import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import type { Principal } from '../../accounts/users/principal';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import {
  approve,
  decline,
  expire,
  finish,
  withdraw,
  type Approval,
  type ApprovalId,
  type Approved,
  type Awaiting,
} from './approval';
import type { DecidableKind } from './approval-kind';
import { MINUTE } from '../../shared/time/duration';
import { checkApproval, type DecisionRefusal } from './decision';
import { concernedBy, type ApprovalPorts } from './request-approval';

type SettlePorts = Pick<ApprovalPorts, 'clock'> & {
  approvals: Pick<ApprovalPorts['approvals'], 'find' | 'listDue' | 'save' | 'lease' | 'release'>;
};

/**
 * Approves or declines what somebody else asked for. What was approved is done at once; where the gateway fails, by the next
 * round.
 * @param note for whoever asked, if it is declined, in one line; null for none
 */
export async function decideApproval<Subject extends object, Ports, Unmet extends string>(
  ports: SettlePorts & Pick<ApprovalPorts, 'audit'> & Ports,
  kind: DecidableKind<Subject, Ports, Unmet>,
  decider: Principal,
  id: ApprovalId,
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
  note: string | null = null,
): Promise<Result<Approval<Subject>, DecisionRefusal | Unmet>> {
  const now = ports.clock.now();
  const request = await ports.approvals.find(kind, id, decider.user.domain);
  const result = checkApproval(kind.decidedWith, decider, request, now);
  if (!request) return refuse('not-found');
  const context = auditContext(userActor(decider.user), concernedBy(request), origin);
  const recordRefusal = async <Refusal extends Exclude<DecisionRefusal, 'not-found'> | Unmet>(refusal: Refusal) => {
    if (kind.refusalEvent) await ports.audit.append(kind.refusalEvent(request, refusal, context));
    return refuse(refusal);
  };
  if (!result.ok) return result.refusal === 'not-found' ? refuse(result.refusal) : recordRefusal(result.refusal);
  const { userId: decidedBy } = decider.user;
  const decidedApproval =
    decision === 'approved'
      ? approve(result.value, decidedBy, kind.carryOut ? null : now)
      : decline(result.value, decidedBy, now);
  const outcome = await kind.prepare?.(ports, decidedApproval, context);
  if (outcome && !outcome.ok) return recordRefusal(outcome.refusal);
  const { subject, events, messages } = outcome?.value ?? {
    subject: decidedApproval.subject,
    events: [],
    messages: [],
  };
  const moved = { ...decidedApproval, subject };
  const saved = await ports.approvals.save(kind, moved, {
    events: [kind.eventOf(decision, moved, context, note), ...events],
    messages: [...messages, ...(kind.announce?.(decision, moved, now) ?? [])],
  });
  if (!saved.ok) return recordRefusal(saved.refusal === 'version-moved' ? 'not-awaiting' : saved.refusal);
  return accept(moved.state === 'approved' ? await carryOutApproval(ports, kind, moved) : moved);
}

/** Longer than a call to the gateway may take. What outlives it is done twice, which changes nothing, and saved once. */
const LEASE_MS = MINUTE;

/**
 * Does what was approved, unless another process is at it. Where the gateway fails it stays due, and the next round tries again.
 */
export async function carryOutApproval<Subject extends object, Ports, Unmet extends string>(
  ports: SettlePorts & Ports,
  kind: DecidableKind<Subject, Ports, Unmet>,
  approved: Approved<Subject>,
): Promise<Approval<Subject>> {
  if (!kind.carryOut || approved.endedAt) return approved;
  const now = ports.clock.now();
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  if (!(await ports.approvals.lease(approved, now, leasedUntil))) return approved;
  try {
    const { outcome, events } = await kind.carryOut(ports, approved);
    const finished = (outcome === 'done' ? finish : withdraw)(approved, ports.clock.now());
    const saved = await ports.approvals.save(kind, finished, { events, messages: [] });
    return saved.ok ? finished : ((await ports.approvals.find(kind, approved.id, approved.domain)) ?? finished);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    await ports.approvals.release(approved, leasedUntil);
    return approved;
  }
}

const BATCH = 200;

/** For a round: one piece of work for each request of a kind that nobody decided in time, or that is due. */
export async function dueApprovals<Subject extends object, Ports, Unmet extends string>(
  ports: SettlePorts & Ports,
  kind: DecidableKind<Subject, Ports, Unmet>,
): Promise<(() => Promise<void>)[]> {
  const due = await ports.approvals.listDue(kind, ports.clock.now(), BATCH);
  return due.map((approval) => async () => {
    if (approval.state === 'awaiting') await expireApproval(ports, kind, approval);
    else await carryOutApproval(ports, kind, approval);
  });
}

async function expireApproval<Subject extends object, Unmet extends string>(
  { approvals, clock }: SettlePorts,
  kind: DecidableKind<Subject, never, Unmet>,
  awaiting: Awaiting<Subject>,
): Promise<void> {
  const now = clock.now();
  const expired = expire(awaiting, now);
  const context = auditContext({ kind: 'system' }, concernedBy(awaiting), noRequest(awaiting.id));
  // On a conflict somebody decided in the last moment, or another replica was faster.
  await approvals.save(kind, expired, {
    events: [kind.eventOf('expired', expired, context, null)],
    messages: kind.announce?.('expired', expired, now) ?? [],
  });
}
