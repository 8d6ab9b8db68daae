import type { RequestOrigin } from '../../shared/request-origin';
import { openSession } from '../../accounts/sessions/open-session';
import type { BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import { scopeOf, type Principal } from '../../accounts/users/principal';
import type { Session, SignedIn } from '../../accounts/sessions/session';
import type { User } from '../../accounts/users/user';
import { accept, refuse, type Result } from '../../shared/result';
import type { OpenPorts } from './invitation-ports';
import { sha256OfText } from '../../shared/bytes';

/**
 * Opens a session in the browser that opened an invitation, scoped to the invitation and ending with it.
 * @param secret the browser's secret; null if it has none
 */
export async function enterByInvitation(
  ports: OpenPorts,
  secret: BrowserSecret | null,
  origin: RequestOrigin,
): Promise<Result<SignedIn, 'not-let-in'>> {
  const invitation = secret && (await ports.invitations.findByBrowser(await sha256OfText(secret)));
  const now = ports.clock.now();
  if (!invitation || invitation.state !== 'opened' || now >= invitation.endsAt) return refuse('not-let-in');
  const { id, endsAt, openedAt } = invitation;
  // Read before the account, so that whoever is disabled meanwhile gets no session.
  const epoch = await ports.sessions.epochOf(invitation);
  const user = await ports.users.find(invitation.userId, invitation.domain);
  if (user?.bar !== null) return refuse('not-let-in');
  // Ending all of a user's sessions also revokes what was opened before.
  if (epoch.endedAt && epoch.endedAt >= openedAt) return refuse('not-let-in');
  const fact = { type: 'invited-session-opened', invitationId: id } as const;
  const settings = { sessionLifetimeMs: endsAt.getTime() - now.getTime() };
  const signedIn = await openSession({ ...ports, settings }, user, fact, origin, epoch, id);
  return signedIn ? accept(signedIn) : refuse('not-let-in');
}

/**
 * The principal of a session, scoped to the invitation that opened it, if one did.
 * @returns null if that invitation no longer admits the session
 */
export async function principalOf(
  { invitations }: Pick<OpenPorts, 'invitations'>,
  { invitationId }: Session,
  user: User,
): Promise<Principal | null> {
  const principal = { user, scope: scopeOf(invitationId) };
  if (invitationId === null) return principal;
  const invitation = await invitations.find(invitationId, user.domain);
  return invitation && admitsSession(invitation.state) ? principal : null;
}

/** Whether an invitation in this state still admits the session that it opened. */
export function admitsSession(state: string): boolean {
  return state === 'opened' || state === 'used';
}
