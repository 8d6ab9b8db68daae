import type { Principal } from '../../../accounts/users/principal';
import { isSelf } from '../../../accounts/users/principal';
import { domainOf } from '../../../accounts/users/requester';
import type { UserDirectory } from '../../../accounts/users/user-directory';
import { auditContext, userActor } from '../../../audit/audit-context';
import { caseClosed } from '../../safety/cases/case-notice';
import type { CaseStore } from '../../safety/cases/case-store';
import {
  CASE_LIFETIME_MS,
  close,
  parseCaseReference,
  type CaseReference,
  type SafetyCase,
} from '../../safety/cases/safety-case';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Clock } from '../../../shared/time/clock';

/** What staff see of a case. Times are ISO 8601 in UTC. */
export type CaseSummary = {
  reference: CaseReference;
  userId: string;
  /** The user ID of somebody who is gone. */
  displayName: string;
  about: SafetyCase['about'];
  proof: SafetyCase['proof'];
  openedAt: string;
  /** By the names of then. */
  locked: string[];
  isDisputed: boolean;
  state: SafetyCase['state'];
  /** Null while it is open, or if this site closed it. */
  closedBy: string | null;
};

type Ports = { cases: CaseStore; users: Pick<UserDirectory, 'find'>; clock: Clock };

const LIMIT = 100;

/** The open cases of the last week, newest first: who calls next. @param limit at most 100 */
export async function findOpenCases(ports: Ports, domain: string, limit: number = LIMIT): Promise<CaseSummary[]> {
  const since = new Date(ports.clock.now().getTime() - CASE_LIFETIME_MS);
  const open = await ports.cases.listOpen(domain, since, Math.min(limit, LIMIT));
  return Promise.all(open.map((one) => summarizeCase(ports, one)));
}

/** The case whose reference a caller reads out, however it is written, open or closed. @returns null if there is none */
export async function findCaseByReference(ports: Ports, domain: string, input: string): Promise<CaseSummary | null> {
  const reference = parseCaseReference(input);
  const one = reference && (await ports.cases.find(reference, domain));
  return one && summarizeCase(ports, one);
}

/** Closes a case that needs nobody any more. It changes nothing else: what is locked stays locked. */
export async function closeCase(
  ports: Ports,
  agent: Principal,
  input: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'own-account' | 'case-closed'>> {
  const reference = parseCaseReference(input);
  const one = reference && (await ports.cases.find(reference, domainOf(agent)));
  if (!one) return refuse('not-found');
  if (isSelf(agent, one.userId)) return refuse('own-account');
  if (one.state === 'closed') return refuse('case-closed');
  const context = auditContext(userActor(agent.user), one, origin);
  const events = [{ type: 'case-closed', reference: one.reference, ...context } as const];
  const closed = close(one, agent.user.userId, ports.clock.now());
  return (await ports.cases.save(closed, { events, messages: [caseClosed(closed)] })).ok
    ? accept(null)
    : refuse('case-closed');
}

async function summarizeCase({ users }: Ports, one: SafetyCase): Promise<CaseSummary> {
  const { reference, userId, domain, about, proof, openedAt, locked, disputedAt, state } = one;
  return {
    reference,
    userId,
    displayName: (await users.find(userId, domain))?.displayName ?? userId,
    about,
    proof,
    openedAt: openedAt.toISOString(),
    locked: locked.map(({ name }) => name),
    isDisputed: disputedAt !== null,
    state,
    closedBy: one.state === 'closed' ? one.closedBy : null,
  };
}
