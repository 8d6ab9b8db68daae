'use server';

import { redirect } from 'next/navigation';
import { signOut } from '@/lib/access/sign-out';
import { services } from '@/lib/services';
import { clearSessionCookie } from '@/lib/web/clear-session-cookie';
import { requestOrigin } from '@/lib/web/request-origin';
import { getVisitor } from '@/lib/web/signed-in';

export async function signOutAction(): Promise<void> {
  const signedIn = await getVisitor();
  if (signedIn) await signOut((await services()).access, signedIn, await requestOrigin());
  await clearSessionCookie();
  redirect('/sign-in');
}
