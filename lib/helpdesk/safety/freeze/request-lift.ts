import type { Principal } from '../../../accounts/users/principal';
import { isSelf } from '../../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../../accounts/users/requester';
import type { Awaiting } from '../../approvals/approval';
import { newApproval, requestApproval } from '../../approvals/request-approval';
import { MAXIMUM_TICKET_LENGTH } from '../../approvals/request-texts';
import { takeNotes, type CallerNote, type NoteRefusal } from '../../caller-check/caller-notes';
import type { RequestOrigin } from '../../../shared/request-origin';
import { refuse, type Result } from '../../../shared/result';
import { oneLine } from '../../../shared/text/one-line';
import type { FreezePorts } from '../safety-ports';
import { LIFTS, type Lift } from './lifts';

export type TypedLift = { ticket: string; notes: readonly CallerNote[] };

export type LiftRefusal = 'not-found' | 'own-account' | 'ticket-missing' | NoteRefusal | 'not-frozen' | 'already-asked';

/**
 * Asks for a freeze to be lifted, which needs approval. The caller's devices are locked, so they prove nothing; what the
 * agent noted is for the approver to judge.
 */
export async function requestLift(
  ports: FreezePorts,
  agent: Principal,
  target: NamedUser,
  input: TypedLift,
  origin: RequestOrigin,
): Promise<Result<Awaiting<Lift>, LiftRefusal>> {
  if (isSelf(agent, target.userId)) return refuse('own-account');
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const ticket = oneLine(input.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const result = takeNotes(input.notes);
  if (!result.ok) return result;
  const evidence = result.value;
  if (evidence.length === 0) return refuse('evidence-missing');
  const freeze = await ports.freezes.findStanding(user);
  if (!freeze) return refuse('not-frozen');
  if (freeze.state !== 'frozen') return refuse('already-asked');
  const awaiting = newApproval(ports, LIFTS, agent, { freezeId: freeze.id, ticket, evidence }, user);
  return requestApproval(ports, LIFTS, agent, awaiting, origin);
}
