import { CURRENT_STATES } from '@/lib/helpdesk/invitations/invitation';
import type { QueuedInvitation } from '@/lib/helpdesk/invitations/list-invitations';

export type QueueFilter = {
  who: 'all' | 'mine';
  state: 'all' | 'live' | 'ended' | 'failed';
};

/** @param reader user ID of the agent who views the queue */
export function isShownBy(
  { who, state }: QueueFilter,
  invitation: Pick<QueuedInvitation, 'state' | 'problem' | 'requestedBy'>,
  reader: string,
): boolean {
  if (who === 'mine' && invitation.requestedBy !== reader) return false;
  const isCurrent = (CURRENT_STATES as readonly string[]).includes(invitation.state);
  switch (state) {
    case 'all':
      return true;
    case 'live':
      return isCurrent;
    case 'ended':
      return !isCurrent;
    case 'failed':
      return invitation.problem !== null || (!isCurrent && invitation.state !== 'used');
  }
}
