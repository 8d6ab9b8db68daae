import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { endedWords, isEndedState } from './ended-words';

const ACTIVE_TEXT: Record<ActivationStatus['completion'], string> = {
  told: 'Your phone is ready. Try a first one-time password.',
  inferred: 'Your phone should be ready. Make sure with a test login.',
};

/** The page's heading and the sentence below it. */
export function headingWords(
  view: ActivationState,
  { failure, deviceName, completion }: ActivationStatus,
): { title: string; text: string | null } {
  if (isEndedState(view)) return endedWords(view, failure);
  if (view === 'active') return { title: 'Device activated', text: ACTIVE_TEXT[completion] };
  return { title: 'Activate your device', text: deviceName };
}
