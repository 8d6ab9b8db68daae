import type { Contacts } from '../../../accounts/users/contacts';
import { requesterKey, type Requester } from '../../../accounts/users/requester';
import type { User } from '../../../accounts/users/user';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { ManagerPorts } from '../caller-check-ports';
import { managerToAsk } from '../check-contacts';
import { redeem, type ManagerRequest } from './manager-request';

/** Finds what the caller's manager confirmed to this agent. @returns null where nothing counts (any more) */
export async function findConfirmed(
  ports: Pick<ManagerPorts, 'managerRequests' | 'users' | 'clock'>,
  about: { agent: Requester; caller: User; contacts: Contacts },
  id: ManagerRequestId,
): Promise<ManagerRequest | null> {
  const { agent, caller } = about;
  const request = await ports.managerRequests.find(id, caller.domain);
  const now = ports.clock.now();
  if (request?.state !== 'confirmed' || now >= request.expiresAt) return null;
  if (request.askedBy !== requesterKey(agent).userId || request.userId !== caller.userId) return null;
  const manager = await managerToAsk(ports, about, now);
  return manager?.userId === request.managerUserId ? request : null;
}

/** Uses a confirmation up. @returns a refusal where another invitation was faster; null on success */
export async function spendAnswer(
  { managerRequests }: Pick<ManagerPorts, 'managerRequests'>,
  request: ManagerRequest,
): Promise<'manager-not-confirmed' | null> {
  const saved = await managerRequests.save(redeem(request), { events: [], messages: [] });
  return saved.ok ? null : 'manager-not-confirmed';
}
