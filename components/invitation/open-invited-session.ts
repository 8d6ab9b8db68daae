import { signIn } from 'next-auth/react';

/** Turns having been let in into a session of this browser. */
export async function openInvitedSession(): Promise<'signed-in' | 'not-let-in' | 'unavailable' | 'unreachable'> {
  try {
    const answer = await signIn('invitation', { redirect: false });
    if (answer?.ok) return 'signed-in';
    return answer?.error === 'unavailable' ? 'unavailable' : 'not-let-in';
  } catch {
    return 'unreachable';
  }
}
