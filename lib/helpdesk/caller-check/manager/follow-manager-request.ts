import { personKey, type User } from '../../../accounts/users/user';
import type { ChangeFeed } from '../../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../../shared/changes/follow-changes';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { ManagerPorts } from '../caller-check-ports';
import type { ManagerRequest } from './manager-request';

/** What the agent's page may know of a question to a manager. Times are ISO 8601 in UTC. */
export type ManagerRequestStatus = {
  id: ManagerRequestId;
  version: number;
  state: 'waiting' | 'confirmed' | 'declined' | 'expired';
  expiresAt: string;
  serverTime: string;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

/**
 * Long-polls an agent's question until it is past version `after`, or `hold` ends the wait.
 * @returns null if this agent asked no such question
 */
export async function followManagerRequest(
  { managerRequests, clock }: Pick<ManagerPorts, 'managerRequests' | 'clock'>,
  changeFeed: ChangeFeed,
  agent: User,
  { id, after }: { id: ManagerRequestId; after: number },
  hold: Hold,
): Promise<ManagerRequestStatus | null> {
  const read = async (): Promise<ManagerRequest | null> => {
    const request = await managerRequests.find(id, agent.domain);
    return request?.askedBy === agent.userId ? request : null;
  };
  const hasNews = (request: ManagerRequest | null) =>
    request?.version !== after || (request.state === 'waiting' && clock.now() >= request.expiresAt);
  const request = await followChanges(changeFeed, id, read, hasNews, () => hold(personKey(agent)));
  return request && describeManagerRequest(request, clock.now());
}

export function describeManagerRequest(
  { id, version, state, expiresAt }: ManagerRequest,
  now: Date,
): ManagerRequestStatus {
  const isOver = state === 'waiting' && now >= expiresAt;
  const times = { expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  const status = isOver ? 'expired' : state === 'redeemed' ? 'confirmed' : state;
  return { id, version, state: status, ...times, retryAfterMs: null };
}
