import { signIn } from 'next-auth/react';

/** Turns having been let in into a session of this browser. */
export async function openInvitedSession(): Promise<'signed-in' | 'not-let-in' | 'unreachable'> {
  try {
    const answer = await signIn('invitation', { redirect: false });
    return answer?.ok ? 'signed-in' : 'not-let-in';
  } catch {
    return 'unreachable';
  }
}
