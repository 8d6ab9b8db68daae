'use server';

import { redirect } from 'next/navigation';
import { clearSessionCookie } from '@/lib/server/web/sessions/session-cookie';
import { endOwnSession } from '@/lib/server/web/sessions/signed-in';

export async function signOutAction(): Promise<never> {
  await endOwnSession();
  await clearSessionCookie();
  return redirect('/sign-in');
}
