import { askForSession } from '@/components/site/sessions/ask-for-session';
import type { PhoneSignInEnding } from './ended-words';

const ENDINGS: Partial<Record<string, PhoneSignInEnding>> = {
  'too-many-attempts': 'too-many-attempts',
  'device-not-usable': 'device-not-usable',
  unavailable: 'unavailable',
};

/** Turns the phone's approval into a session of this browser. @param returned what the app in this browser handed over */
export async function openPhoneSession(returned: string | null): Promise<'done' | PhoneSignInEnding> {
  try {
    const answer = await askForSession('phone', { returned: returned ?? '' });
    if (answer.ok) return 'done';
    return ENDINGS[answer.error ?? ''] ?? 'not-finished';
  } catch {
    return 'unreachable';
  }
}
