import { signIn } from 'next-auth/react';
import type { PhoneSignInEnding } from './ended-words';

const ENDINGS: Partial<Record<string, PhoneSignInEnding>> = {
  'too-many-attempts': 'too-many-attempts',
  'device-not-usable': 'device-not-usable',
  unavailable: 'unavailable',
};

/** Turns the phone's approval into a session of this browser. */
export async function openPhoneSession(): Promise<'done' | PhoneSignInEnding> {
  try {
    const answer = await signIn('phone', { redirect: false });
    if (answer?.ok) return 'done';
    return ENDINGS[answer?.error ?? ''] ?? 'not-finished';
  } catch {
    return 'unreachable';
  }
}
