import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { may, type Permission } from '../../accounts/users/permission';
import { type SignedIn, type SessionId, isStepUpDue } from '../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import { homePath } from '../home-path';
import { recordRefusal } from '../actions/record-refusal';
import { sessionCookies, sessionIdFromCookie } from './session-cookie';
import { principalOf } from '../../helpdesk/invitations/enter-by-invitation';
import { signOut } from '../../accounts/sessions/sign-out';
import { requestOrigin } from '../actions/request-trace';

/**
 * Who has a session that is still valid, the limited one of somebody who was let in by an invitation included: whoever asks
 * this has to ask for a permission as well. Asked once a request.
 */
export const getVisitor = cache(async (): Promise<SignedIn | null> => {
  const opened = await services();
  const cookie = (await cookies()).get(sessionCookies(opened.config.isHttps).sessionToken.name);
  const id = cookie ? await sessionIdFromCookie(cookie.value, opened.sessionSecret) : null;
  return id && findVisitor(opened, id);
});

/** Who is signed in for everything that their roles allow; null for anybody else. */
export async function getSignedIn(): Promise<SignedIn | null> {
  const visitor = await getVisitor();
  return visitor?.scope.kind === 'full' ? visitor : null;
}

/**
 * For pages: who is signed in and may do this. Who is not signed in is sent to the sign-in page and back, who may not to a
 * page of their own.
 * @param path of the page
 */
export async function requirePagePermission(permission: Permission, path: string): Promise<SignedIn> {
  const signedIn = await getVisitor();
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (!may(signedIn, permission)) {
    // The front page is where everybody begins, whatever they may do.
    if (path !== '/') await recordRefusal(signedIn, permission);
    redirect(homePath(signedIn));
  }
  return signedIn;
}

/** For routes: who is signed in and may do this, or the status to answer. */
export async function checkRoutePermission(permission: Permission): Promise<SignedIn | 401 | 403> {
  const signedIn = await getVisitor();
  if (!signedIn) return 401;
  if (may(signedIn, permission)) return signedIn;
  await recordRefusal(signedIn, permission);
  return 403;
}

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

/** Whether a page should show the password field from the start. */
export async function isStepUpDueFor({ session }: SignedIn): Promise<boolean> {
  const { access } = await services();
  return isStepUpDue(session, access.settings.stepUpAgeMs, access.clock.now());
}

/** Ends the session that the cookie of this request names; does nothing when it names none that is valid. */
export async function endOwnSession(): Promise<void> {
  const visitor = await getVisitor();
  if (visitor) await signOut((await services()).access, visitor, await requestOrigin());
}
