import type { StartGrant } from '../../activation/start/start-grant';
import type { OpenInvitations } from '../../accounts/proofs/open-invitations';
import type { Session } from '../../accounts/sessions/session';
import type { UsedUp } from '../../accounts/proofs/check-proofs';
import type { Principal } from '../../accounts/users/principal';
import type { UserKey } from '../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../shared/result';
import type { InvitationPorts } from './invitation-ports';
import type { Opened } from './invitation';
import { sha256OfText } from '../../shared/bytes';

/** A signed-in user, in the session that an invitation may belong to. */
export type Holder = Principal<UserKey> & { session: Pick<Session, 'id'> };

type Ports = Pick<InvitationPorts, 'invitations' | 'clock'>;

/** Whether an opened invitation belongs to a session: it was opened in it, or let its browser in. */
export async function isHeldBy({ id, holderHash }: Opened, { scope, session }: Holder): Promise<boolean> {
  if (scope.kind === 'invitation') return scope.invitationId === id;
  return holderHash === (await sha256OfText(session.id));
}

/**
 * The invitation that a session has opened and can still use; null if there is none. One that the same user opened in
 * another session is none.
 */
export async function findOpenInvitation({ invitations, clock }: Ports, holder: Holder): Promise<Opened | null> {
  const current = await invitations.findCurrent(holder.user);
  if (current?.state !== 'opened' || clock.now() >= current.endsAt) return null;
  return (await isHeldBy(current, holder)) ? current : null;
}

/**
 * What permits a session to start an activation. One that an invitation opened starts nothing without it.
 * @param usedUp by which it is permitted where no invitation grants it
 */
export async function findStartGrant(
  ports: Ports,
  holder: Holder,
  usedUp: UsedUp,
): Promise<Result<StartGrant, 'invitation-over'>> {
  const session = holder.session.id;
  const invitation = await findOpenInvitation(ports, holder);
  if (invitation) return accept({ by: 'invitation', session, invitationId: invitation.id });
  if (holder.scope.kind === 'invitation') return refuse('invitation-over');
  return accept({ by: 'own-session', session, usedUp });
}

/** Invitations as proofs of the sessions that hold them. */
export function openInvitations(ports: Ports): OpenInvitations {
  return { isHeldBy: async (signedIn) => (await findOpenInvitation(ports, signedIn)) !== null };
}
