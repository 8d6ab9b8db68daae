import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { may, type Permission } from '../../accounts/users/permission';
import type { SignedIn } from '../../accounts/sessions/session';
import { services } from '../../composition/compose';
import { findVisitor } from './find-visitor';
import { homePath } from '../home-path';
import { recordRefusal } from '../actions/record-refusal';
import { sessionCookies } from './session-cookie';
import { sessionIdFromCookie } from './session-id-from-cookie';

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
