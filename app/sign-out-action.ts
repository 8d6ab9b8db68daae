'use server';

import { redirect } from 'next/navigation';
import { clearSessionCookie } from '@/lib/web/sessions/clear-session-cookie';
import { endOwnSession } from '@/lib/web/sessions/end-own-session';

export async function signOutAction(): Promise<void> {
  await endOwnSession();
  await clearSessionCookie();
  redirect('/sign-in');
}
