import { personKey, type User } from '../../accounts/users/user';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';
import type { HelpdeskPorts } from '../helpdesk-ports';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { readProgress, type InvitationProgress } from './invitation-progress';

/**
 * Waits until an invitation's progress is past version `after`, it is over, or the wait is called off.
 * @param after the version that is known already; anything but the current version is answered at once
 * @returns null when there is no such invitation
 */
export async function followProgress(
  ports: HelpdeskPorts,
  changeFeed: ChangeFeed,
  agent: User,
  { id, after }: { id: InvitationId; after: number },
  hold: Hold,
): Promise<InvitationProgress | null> {
  const hasNews = (progress: InvitationProgress | null) => progress?.version !== after || progress.isOver;
  return followChanges(
    changeFeed,
    id,
    () => readProgress(ports, id),
    hasNews,
    () => hold(personKey(agent)),
  );
}
