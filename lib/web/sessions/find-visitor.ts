import 'server-only';
import type { SessionId, SignedIn } from '../../accounts/sessions/session';
import { principalOf } from '../../helpdesk/invitations/enter-by-invitation';
import type { Services } from '../../composition/compose';

/** Whom a session stands for, at this moment. @returns null when it is not valid */
export async function findVisitor(
  { access, helpdesk }: Pick<Services, 'access' | 'helpdesk'>,
  id: SessionId,
): Promise<SignedIn | null> {
  const session = await access.sessions.find(id, access.clock.now());
  const known = session && (await access.users.find(session.userId, session.domain));
  const principal = known && (await principalOf(helpdesk, session, known));
  return principal && { session, ...principal };
}
