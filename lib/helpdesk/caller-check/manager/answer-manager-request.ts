import { auditContext, userActor } from '../../../audit/audit-context';
import type { Principal } from '../../../accounts/users/principal';
import type { User } from '../../../accounts/users/user';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { ManagerPorts } from '../caller-check-ports';
import { managerToAsk } from '../check-contacts';
import { answer, type ManagerRequest } from './manager-request';

/** What the manager sees. @property isOver answered, or too late for an answer */
export type OpenQuestion = { request: ManagerRequest; caller: User; agent: User; isOver: boolean };

type ReadPorts = Pick<ManagerPorts, 'managerRequests' | 'users' | 'contacts' | 'clock'>;

/** @returns null for everybody but the manager who is asked, as for a question that does not exist */
export async function readQuestion(
  { managerRequests, users, clock }: Pick<ReadPorts, 'managerRequests' | 'users' | 'clock'>,
  { user }: Principal,
  id: ManagerRequestId,
): Promise<OpenQuestion | null> {
  const request = await managerRequests.find(id, user.domain);
  if (request?.managerUserId !== user.userId) return null;
  const [caller, agent] = await Promise.all([
    users.find(request.userId, request.domain),
    users.find(request.askedBy, request.domain),
  ]);
  if (!caller || !agent) return null;
  return { request, caller, agent, isOver: request.state !== 'waiting' || clock.now() >= request.expiresAt };
}

/** Confirms, or does not. Whoever is not the caller's manager any more answers nothing. */
export async function answerQuestion(
  ports: ReadPorts,
  manager: Principal,
  id: ManagerRequestId,
  isConfirmed: boolean,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'over'>> {
  const question = await readQuestion(ports, manager, id);
  if (!question) return refuse('not-found');
  const { request, caller, agent } = question;
  const now = ports.clock.now();
  const contacts = await ports.contacts.contactsOf(caller);
  const asking = { user: agent, scope: { kind: 'full' } } as const;
  const current = await managerToAsk(ports, { agent: asking, caller, contacts }, now);
  if (current?.userId !== manager.user.userId) return refuse('not-found');
  const result = answer(request, isConfirmed, now);
  if (!result.ok) return result;
  const context = auditContext(userActor(manager.user), caller, origin);
  const saved = await ports.managerRequests.save(result.value, {
    events: [{ type: 'manager-answered', requestId: id, isConfirmed, ...context }],
    messages: [],
  });
  return saved.ok ? accept(null) : refuse('over');
}
