import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { startPath } from '@/lib/web/home-path';
import { getSignedIn } from '@/lib/web/sessions/signed-in';

/** Sends who is signed in on to `next`, or to where they start when the front page was asked for. */
export async function sendOn(next: Route): Promise<void> {
  const signedIn = await getSignedIn();
  if (signedIn) redirect(next === '/' ? await startPath(signedIn) : next);
}

/** Where a browser goes that has just signed in: the sign-in page finds out where its person starts. */
export function pathAfterSignIn(next: Route): Route {
  return next === '/' ? '/sign-in' : next;
}

/** Where to go after signing in: a path of this site, whatever the address asked for. */
export function localPath(next: string | string[] | undefined): Route {
  const isLocal = typeof next === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length <= 500;
  return isLocal ? next : '/';
}
