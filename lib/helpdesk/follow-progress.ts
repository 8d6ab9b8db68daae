import type { ChangeFeed } from '../activation/change-feed';
import { followChanges } from '../activation/follow-changes';
import type { HelpdeskPorts } from './helpdesk-ports';
import type { InvitationId } from './invitation-id';
import { readProgress, type InvitationProgress } from './invitation-progress';

/**
 * Waits until an invitation's progress is past version `after`, it is over, or the wait is called off.
 * @param after the version that is known already; anything but the current version is answered at once
 * @param until calls the wait off: time is up, the page has gone, the server is stopping
 * @returns null when there is no such invitation
 */
export async function followProgress(
  ports: HelpdeskPorts,
  changeFeed: ChangeFeed,
  id: InvitationId,
  after: number,
  until: AbortSignal,
): Promise<InvitationProgress | null> {
  const hasNews = (progress: InvitationProgress | null) => progress?.version !== after || progress.isOver;
  const first = await readProgress(ports, id);
  return hasNews(first) ? first : followChanges(changeFeed, id, () => readProgress(ports, id), hasNews, until);
}
