import { auditContext, systemContext, userActor } from '../../audit/audit-context';
import { oneLine } from '../../shared/text/one-line';
import {
  approveLift,
  endLiftRequest,
  finishLift,
  requestLift,
  type Freeze,
  type FreezeId,
  type Lifting,
  type LiftRequested,
} from '../../accounts/freeze/freeze';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../accounts/users/requester';
import { GatewayError } from '../../activation/gateway-error';
import { unlockUnlessHeld } from '../../devices/locks/unlock-unless-held';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { askSecondPerson, decisionEvent } from '../../approvals/ask-second-person';
import { approvalEnd, checkDecision, type DecisionRefusal } from '../../approvals/decision';
import { takeNotes, type CallerNote, type NoteRefusal } from '../../caller-check/caller-notes';
import type { FreezePorts } from '../safety-ports';
import { MAXIMUM_TICKET_LENGTH } from '../../approvals/request-texts';

export type TypedLift = { ticket: string; notes: readonly CallerNote[] };

export type LiftRefusal = 'not-found' | 'own-account' | 'ticket-missing' | NoteRefusal | 'not-frozen' | 'already-asked';

/** Names one request among those of a freeze, which is declined and asked for again under the same identifier. */
export function liftRequestKey({
  requestedAt,
  requestedBy,
}: Pick<LiftRequested, 'requestedAt' | 'requestedBy'>): string {
  return `${requestedAt.getTime()} ${requestedBy}`;
}

/**
 * Asks for a freeze to be lifted, which needs approval. The caller's devices are locked, so they prove nothing; what the
 * agent noted is for the approver to judge.
 */
export async function askToLift(
  ports: FreezePorts,
  agent: Principal,
  target: NamedUser,
  typed: TypedLift,
  origin: RequestOrigin,
): Promise<Result<LiftRequested, LiftRefusal>> {
  if (isSelf(agent, target.userId)) return refuse('own-account');
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const ticket = oneLine(typed.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const noted = takeNotes(typed.notes);
  if (!noted.ok) return noted;
  const evidence = noted.value;
  if (evidence.length === 0) return refuse('evidence-missing');
  const freeze = await ports.freezes.findStanding(user);
  if (!freeze) return refuse('not-frozen');
  if (freeze.state !== 'frozen') return refuse('already-asked');
  const now = ports.clock.now();
  const endsAt = approvalEnd(ports.settings, now);
  const asked = { ticket, evidence, requestedBy: agent.user.userId, requestedAt: now, endsAt };
  const requested = requestLift(freeze, asked);
  const context = auditContext(userActor(agent.user), user, origin);
  const saved = await ports.freezes.save(requested, {
    events: [{ type: 'freeze-lift-requested', freezeId: freeze.id, ticket, ...context }],
    messages: await askSecondPerson(ports, 'lift', { ...requested, reason: 'other' }, endsAt),
  });
  return saved.ok ? accept(requested) : refuse('already-asked');
}

/**
 * Approves or declines. An approved one is carried out at once; if the gateway fails, by the next round.
 * @param shown the request that the approver read, by `liftRequestKey`: a freeze may have another by now
 */
export async function decideLift(
  ports: FreezePorts,
  approver: Principal,
  { id, shown }: { id: FreezeId; shown: string },
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
): Promise<Result<null, DecisionRefusal>> {
  const isAwaiting = (freeze: Freeze): freeze is LiftRequested =>
    freeze.state === 'lift-requested' && liftRequestKey(freeze) === shown;
  const now = ports.clock.now();
  const found = checkDecision('lift', approver, await ports.freezes.find(id), isAwaiting, now);
  if (!found.ok) return found;
  const freeze = found.value;
  const { userId: decidedBy } = approver.user;
  const about = auditContext(userActor(approver.user), freeze, origin);
  const decided = decision === 'approved' ? approveLift(freeze, decidedBy) : endLiftRequest(freeze);
  const saved = await ports.freezes.save(decided, {
    events: [
      decision === 'approved'
        ? { type: 'freeze-lift-approved', freezeId: id, ...about }
        : { type: 'freeze-lift-declined', freezeId: id, ...about },
    ],
    messages: [decisionEvent('lift', { ...freeze, reason: 'other' }, decision, decidedBy, now)],
  });
  if (!saved.ok) return refuse('not-awaiting');
  if (decided.state !== 'lifting') return accept(null);
  try {
    await carryOutLift(ports, decided);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
  }
  return accept(null);
}

/** For the round: a request that nobody decided in time ends, and the account stays frozen. */
export async function expireLift(ports: Pick<FreezePorts, 'freezes' | 'clock'>, freeze: LiftRequested): Promise<void> {
  const now = ports.clock.now();
  if (now < freeze.endsAt) return;
  await ports.freezes.save(endLiftRequest(freeze), {
    events: [{ type: 'freeze-lift-expired', freezeId: freeze.id, ...systemContext(freeze, freeze.id) }],
    messages: [decisionEvent('lift', { ...freeze, reason: 'other' }, 'expired', null, now)],
  });
}

/**
 * Lifts the cause `frozen`, and no other, from each device. Idempotent.
 * @throws GatewayError if the gateway fails
 */
export async function carryOutLift(ports: FreezePorts, freeze: Lifting): Promise<void> {
  for (const { instanceId } of await ports.directory.list(freeze)) {
    await ports.holds.release(instanceId, 'frozen');
    await unlockUnlessHeld(ports, instanceId);
  }
  await ports.freezes.save(finishLift(freeze, ports.clock.now()), {
    events: [{ type: 'account-unfrozen', ...systemContext(freeze, freeze.id) }],
    messages: [],
  });
}
