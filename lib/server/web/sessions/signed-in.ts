import 'server-only';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { isOwnAccountOnly } from '../../../accounts/proofs/staff-proof';
import { may, type Permission } from '../../../accounts/users/permission';
import {
  type SignedIn,
  type Session,
  type SessionId,
  isLeftIdle,
  SEEN_WITHIN_MS,
} from '../../../accounts/sessions/session';
import type { User } from '../../../accounts/users/user';
import { services, type Services } from '../../composition/compose';
import { homePath } from '../home-path';
import { recordRefusal } from '../actions/record-refusal';
import { sessionCookies, sessionIdFromCookie } from './session-cookie';
import { principalOf } from '../../../helpdesk/invitations/enter-by-invitation';
import { signOut } from '../../../accounts/sessions/sign-out';
import { requestOrigin } from '../actions/request-trace';
import { refuseAsForbidden } from '../refuse-page';

/**
 * The principal of a valid session, including the limited one of an invited user, so callers must check a permission as
 * well. Cached per request.
 */
export async function getVisitor(): Promise<SignedIn | null> {
  const visitor = await getSession();
  return visitor === 'left-idle' ? null : visitor;
}

/** Whether the staff session of this request timed out. */
export async function isSessionLeftIdle(): Promise<boolean> {
  return (await getSession()) === 'left-idle';
}

const getSession = cache(async () => {
  const app = await services();
  const cookie = (await cookies()).get(sessionCookies(app.config.isHttps).sessionToken.name);
  const id = cookie ? await sessionIdFromCookie(cookie.value, app.sessionSecret) : null;
  const visitor = id && (await findSession(app, id));
  if (visitor && visitor !== 'left-idle') noteSeen(app, visitor);
  return visitor;
});

/** Runs after the response. Long polls do not count: a page that is only left open is no activity. */
function noteSeen({ accounts, logger }: Services, { session }: SignedIn): void {
  const now = accounts.clock.now();
  if (now.getTime() - session.lastSeenAt.getTime() < SEEN_WITHIN_MS) return;
  after(async () => {
    try {
      await accounts.sessions.see(session.id, now);
    } catch (error) {
      logger.warn({ err: error }, 'failed to save the last activity of a session');
    }
  });
}

/** The signed-in user with all permissions of their roles; null otherwise. */
export async function getSignedIn(): Promise<SignedIn | null> {
  const visitor = await getVisitor();
  return visitor && visitor.scope.kind !== 'invitation' ? visitor : null;
}

/**
 * For pages: the signed-in user with this permission. Others are redirected to the sign-in page and back, or read that
 * the page is not theirs. Invited people, and whoever asks for the front page, are led to a page of their own.
 * @param path of the page
 */
export async function requirePagePermission(permission: Permission, path: string): Promise<SignedIn> {
  const signedIn = await getVisitor();
  if (!signedIn) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (!may(signedIn, permission)) {
    if (mayOnceProved(signedIn, permission)) redirect(secondFactorPath(path));
    // Everyone starts at the front page, whatever their permissions.
    if (path !== '/') await recordRefusal(signedIn, permission);
    if (path === '/' || signedIn.scope.kind === 'invitation') redirect(homePath(signedIn));
    refuseAsForbidden();
  }
  return signedIn;
}

/** The page that asks a member of staff for a second factor, and leads back. @param path of this site */
export function secondFactorPath(path: string, isForDecision = false): Route {
  return `/sign-in/second-factor?next=${encodeURIComponent(path)}${isForDecision ? '&lately=1' : ''}` as Route;
}

/** Whether all that a member of staff lacks for a permission is the second factor. */
function mayOnceProved({ user, scope }: SignedIn, permission: Permission): boolean {
  return scope.kind === 'own-account' && may({ user, scope: { kind: 'full' } }, permission);
}

/** For routes: the signed-in user with this permission, or the status of the refusal. */
export async function checkRoutePermission(permission: Permission): Promise<SignedIn | 401 | 403> {
  const signedIn = await getVisitor();
  if (!signedIn) return 401;
  if (may(signedIn, permission)) return signedIn;
  await recordRefusal(signedIn, permission);
  return 403;
}

type AppParts = Pick<Services, 'accounts' | 'helpdesk' | 'proofs'>;

/** The principal that a session currently stands for. @returns null when it is not valid, or its user is barred */
export async function findVisitor(app: AppParts, id: SessionId): Promise<SignedIn | null> {
  const session = await findSession(app, id);
  return session === 'left-idle' ? null : session;
}

async function findSession(
  { accounts, helpdesk, proofs }: AppParts,
  id: SessionId,
): Promise<SignedIn | 'left-idle' | null> {
  const now = accounts.clock.now();
  const holder = await findUserOf(accounts, id, now);
  if (!holder || holder.user.bar) return null;
  const { session, user } = holder;
  if (isLeftIdle(session, user, accounts.settings.staffIdleMs, now)) return 'left-idle';
  const principal = await principalOf(helpdesk, session, user);
  if (!principal) return null;
  const isLimited = principal.scope.kind === 'full' && isOwnAccountOnly(proofs.staff, user, session.proofs, now);
  return { session, ...principal, ...(isLimited && { scope: { kind: 'own-account' } }) };
}

/** A valid session and its user, by one read where they are kept together. */
async function findUserOf(
  { sessions, users }: AppParts['accounts'],
  id: SessionId,
  now: Date,
): Promise<{ session: Session; user: User } | null> {
  if (users.findsBySession) return users.findsBySession.findBySession(id, now);
  const session = await sessions.find(id, now);
  const user = session && (await users.find(session.userId, session.domain));
  return user && { session, user };
}

/** Ends the session of this request's cookie, if it is valid. @param successor the session that takes its place */
export async function endOwnSession(successor: SessionId | null = null): Promise<void> {
  const visitor = await getVisitor();
  if (!visitor || visitor.session.id === successor) return;
  const { accounts, activationLinks } = await services();
  // Whoever proves anew who they are keeps the way back to the site that sent them.
  if (successor) await activationLinks.links.moveToSession(visitor.session.id, successor);
  await signOut(accounts, visitor, await requestOrigin());
}
