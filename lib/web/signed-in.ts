import 'server-only';
import { decode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { mayUser, type Permission } from '../access/permission';
import { parseSessionId, type SignedIn } from '../access/session';
import { userOfSession } from '../helpdesk/enter-by-invitation';
import { services } from '../services';
import { homePath } from './home-path';
import { recordRefusal } from './record-refusal';
import { sessionCookies } from './session-cookie';

/**
 * Who has a session that is still valid, the limited one of somebody who was let in by an invitation included: whoever asks
 * this has to ask for a permission as well. Asked once a request.
 */
export const getVisitor = cache(async (): Promise<SignedIn | null> => {
  const { access, helpdesk, config, sessionSecret } = await services();
  const cookie = (await cookies()).get(sessionCookies(config.isHttps).sessionToken.name);
  const token = cookie && (await decode({ token: cookie.value, secret: sessionSecret }).catch(() => null));
  const id = parseSessionId(token?.sub);
  const session = id && (await access.sessions.find(id, access.clock.now()));
  const known = session && (await access.users.find(session.userId, session.domain));
  const user = known && (await userOfSession(helpdesk, session, known));
  return user && { session, user };
});

/** Who is signed in for everything that their roles allow; null for anybody else. */
export async function getSignedIn(): Promise<SignedIn | null> {
  const visitor = await getVisitor();
  return visitor?.user.onlyInvitation === undefined ? visitor : null;
}

/**
 * For pages: who is signed in and may do this. Who is not signed in is sent to the sign-in page and back, who may not to a
 * page of their own.
 * @param path of the page
 */
export async function requirePagePermission(permission: Permission, path: string): Promise<SignedIn> {
  const signedIn = await getVisitor();
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (!mayUser(signedIn.user, permission)) {
    // The front page is where everybody begins, whatever they may do.
    if (path !== '/') await recordRefusal(signedIn, permission);
    redirect(homePath(signedIn.user));
  }
  return signedIn;
}

/** For routes: who is signed in and may do this, or the status to answer. */
export async function checkRoutePermission(permission: Permission): Promise<SignedIn | 401 | 403> {
  const signedIn = await getVisitor();
  if (!signedIn) return 401;
  if (mayUser(signedIn.user, permission)) return signedIn;
  await recordRefusal(signedIn, permission);
  return 403;
}
