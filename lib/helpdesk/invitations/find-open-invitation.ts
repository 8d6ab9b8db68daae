import type { User } from '../../accounts/users/user';
import type { InvitationPorts } from '../helpdesk-ports';
import type { Opened } from './invitation';

/** The invitation that a user has opened and can still use; null if there is none. */
export async function findOpenInvitation(
  { invitations, clock }: Pick<InvitationPorts, 'invitations' | 'clock'>,
  user: User,
): Promise<Opened | null> {
  const current = await invitations.findCurrent(user);
  return current?.state === 'opened' && clock.now() < current.endsAt ? current : null;
}
