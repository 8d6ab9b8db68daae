import { auditContext, userActor } from '../../../audit/audit-context';
import { perPerson } from '../../../accounts/sign-in/limits';
import { isSelf, type Principal } from '../../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../../accounts/users/requester';
import { mailsTo } from '../../../messaging/new-message';
import { generateManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { RequestOrigin } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import type { ManagerPorts } from '../caller-check-ports';
import { managerToAsk } from '../check-contacts';
import { drawCheckWords } from '../check-words';
import { ANSWER_WITHIN_MS, type ManagerRequest } from './manager-request';

export type AskManagerRefusal =
  | 'not-found'
  | 'own-account'
  | 'no-manager-on-record'
  | 'no-mail-address'
  | 'asked-too-often';

/**
 * Asks the caller's manager on record by mail whether the caller is who they say. The manager answers on a page, in a
 * session of their own: whoever only has the link answers nothing. An answer counts for this agent, this caller and one
 * invitation.
 */
export async function requestManagerAnswer(
  ports: ManagerPorts,
  agent: Principal,
  target: NamedUser,
  origin: RequestOrigin,
): Promise<Result<ManagerRequest, AskManagerRefusal>> {
  const { users, contacts, managerRequests, rateLimiter, random, clock, settings } = ports;
  const caller = await users.find(target.userId, domainOf(agent));
  if (!caller) return refuse('not-found');
  if (isSelf(agent, caller.userId)) return refuse('own-account');
  const now = clock.now();
  const about = { agent, caller, contacts: await contacts.contactsOf(caller) };
  const manager = await managerToAsk(ports, about, now);
  if (!manager) return refuse('no-manager-on-record');
  if (manager.mailAddresses.length === 0) return refuse('no-mail-address');
  const budgets = [perPerson('asked-caller', agent.user), perPerson('manager-request', caller)];
  if (await rateLimiter.take(budgets)) return refuse('asked-too-often');

  const { userId, domain, displayName } = caller;
  const request: ManagerRequest = {
    id: generateManagerRequestId(random),
    version: 1,
    state: 'waiting',
    userId,
    domain,
    managerUserId: manager.userId,
    askedBy: agent.user.userId,
    words: drawCheckWords(random),
    askedAt: now,
    expiresAt: new Date(now.getTime() + ANSWER_WITHIN_MS),
  };
  const content = {
    kind: 'manager-asked',
    displayName,
    userId,
    askedBy: agent.user.displayName,
    validUntil: request.expiresAt,
    answerUrl: `${settings.publicUrl}/confirm-caller/${request.id}`,
  } as const;
  const context = auditContext(userActor(agent.user), caller, origin);
  await managerRequests.create(request, {
    events: [{ type: 'manager-asked', requestId: request.id, managerUserId: manager.userId, ...context }],
    messages: mailsTo(manager, content, request.id),
  });
  return accept(request);
}
