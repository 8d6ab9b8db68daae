'use server';

import { redirect } from 'next/navigation';
import { clearSessionCookie } from '@/lib/web/sessions/session-cookie';
import { endOwnSession } from '@/lib/web/sessions/signed-in';

export async function signOutAction(): Promise<never> {
  await endOwnSession();
  await clearSessionCookie();
  return redirect('/sign-in');
}
