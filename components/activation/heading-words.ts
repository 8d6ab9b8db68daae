import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { endedWords, isEndedState } from './ended-words';

/** The page's heading and the sentence below it. */
export function headingWords(
  view: ActivationState,
  { failure, deviceName }: ActivationStatus,
): { title: string; text: string | null } {
  if (isEndedState(view)) return endedWords(view, failure);
  if (view === 'active')
    return { title: 'Device activated', text: 'Your phone is ready. Try a first one-time password.' };
  return { title: 'Activate your device', text: deviceName };
}
