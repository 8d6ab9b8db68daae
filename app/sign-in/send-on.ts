import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { startPath } from '@/lib/server/web/home-path';
import { getSignedIn } from '@/lib/server/web/sessions/signed-in';

/** Redirects a signed-in user to `next`, or to their start page when `next` is the front page. */
export async function sendOn(next: Route): Promise<void> {
  const signedIn = await getSignedIn();
  if (signedIn) redirect(next === '/' ? startPath(signedIn) : next);
}

/** Path to open after a sign-in. The sign-in page redirects to the user's own start page. */
export function pathAfterSignIn(next: Route): Route {
  return next === '/' ? '/sign-in' : next;
}
