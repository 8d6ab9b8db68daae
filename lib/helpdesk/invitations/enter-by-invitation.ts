import type { RequestOrigin } from '../../shared/request-origin';
import { openSession } from '../../accounts/sessions/open-session';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import { scopeOf, type Principal } from '../../accounts/users/principal';
import type { Session, SignedIn } from '../../accounts/sessions/session';
import type { User } from '../../accounts/users/user';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from '../helpdesk-ports';

/**
 * Opens the session of the browser that an invitation has let in: as the invited person, for what the invitation is for,
 * and no longer than it lasts.
 * @param secret what the browser proves itself with; null when it has none
 */
export async function enterByInvitation(
  ports: OpenPorts,
  secret: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<SignedIn, 'not-let-in'>> {
  const invitation = secret && (await ports.invitations.findByBrowser(await ports.sha256(secret)));
  const now = ports.clock.now();
  if (!invitation || invitation.state !== 'opened' || now >= invitation.endsAt) return refuse('not-let-in');
  const user = await ports.users.find(invitation.userId, invitation.domain);
  if (!user) return refuse('not-let-in');
  const { id, endsAt, openedAt } = invitation;
  const epoch = await ports.sessions.epochOf(user);
  // The end of all sessions ends what was let in before it as well.
  if (epoch.endedAt && epoch.endedAt >= openedAt) return refuse('not-let-in');
  const fact = { type: 'invited-session-opened', invitationId: id } as const;
  const settings = { sessionLifetimeMs: endsAt.getTime() - now.getTime() };
  const opened = await openSession({ ...ports, settings }, user, fact, origin, epoch, id);
  return opened ? accept(opened) : refuse('not-let-in');
}

/**
 * The principal of a session. One that an invitation has opened is scoped to it.
 * @returns null when the invitation no longer holds the door open
 */
export async function principalOf(
  { invitations }: Pick<OpenPorts, 'invitations'>,
  { invitationId }: Session,
  user: User,
): Promise<Principal | null> {
  const principal = { user, scope: scopeOf(invitationId) };
  if (invitationId === null) return principal;
  const invitation = await invitations.find(invitationId);
  return invitation && holdsDoorOpen(invitation.state) ? principal : null;
}

/** Whether an invitation in this state lets the session go on that it has opened. */
export function holdsDoorOpen(state: string): boolean {
  return state === 'opened' || state === 'used';
}
