import { auditContext, systemContext, userActor } from '../../audit/audit-context';
import type { Principal } from '../../accounts/users/principal';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { checkDecision, type DecisionRefusal } from '../../approvals/decision';
import type { ChangePorts } from '../helpdesk-ports';
import { carryOutChange } from './carry-out-change';
import type { ChangeRequest, ChangeRequestId } from './change-request';

/** Agrees to a change or declines it: neither who asked nor who is concerned. One that is agreed to is carried out at once. */
export async function decideChange(
  ports: ChangePorts,
  decider: Principal,
  id: ChangeRequestId,
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
): Promise<Result<ChangeRequest, DecisionRefusal>> {
  const now = ports.clock.now();
  const found = checkDecision('change', decider, await ports.changes.find(id), isAwaiting, now);
  if (!found.ok) return found;
  const request = found.value;
  const ended = decision === 'declined' ? now : null;
  const decided = { ...moved(request, decision, ended), decidedBy: decider.user.userId };
  const about = auditContext(userActor(decider.user), request, origin);
  const saved = await ports.changes.save(decided, {
    events: [
      decision === 'approved' ? eventOf('change-approved', request, about) : eventOf('change-declined', request, about),
    ],
    messages: [],
  });
  if (!saved.ok) return refuse('not-awaiting');
  return accept(decision === 'approved' ? await finishChange(ports, decided) : decided);
}

function isAwaiting(request: ChangeRequest): request is ChangeRequest & { state: 'awaiting-approval' } {
  return request.state === 'awaiting-approval';
}

/** Carries out what was agreed to. Where the gateway fails it stays due, and the next round tries again. */
async function finishChange(ports: ChangePorts, approved: ChangeRequest): Promise<ChangeRequest> {
  const outcome = await carryOutChange(ports, approved);
  if (outcome === 'due') return approved;
  const finished = moved(approved, outcome, ports.clock.now());
  const saved = await ports.changes.save(finished, { events: [], messages: [] });
  return saved.ok ? finished : ((await ports.changes.find(approved.id)) ?? finished);
}

/** For the round: ends what nobody decided in time, and carries out what is due. */
export async function processChange(ports: ChangePorts, request: ChangeRequest): Promise<void> {
  if (request.state === 'approved') return void (await finishChange(ports, request));
  const events = [eventOf('change-request-expired', request, systemContext(request, request.id))];
  await ports.changes.save(moved(request, 'expired', ports.clock.now()), { events, messages: [] });
}

function moved(request: ChangeRequest, state: ChangeRequest['state'], endedAt: Date | null): ChangeRequest {
  return { ...request, version: request.version + 1, state, endedAt };
}

function eventOf<Type extends 'change-approved' | 'change-declined' | 'change-request-expired', About>(
  type: Type,
  { id: requestId, change, role, instanceId }: ChangeRequest,
  about: About,
) {
  return { type, requestId, change, role, instanceId, ...about };
}
