import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { endedWords, isEndedState } from './ended-words';

const ACTIVE_TEXT: Record<ActivationStatus['completion'], string> = {
  told: 'Your phone is ready.',
  inferred: 'Your phone should be ready.',
};

const TEST_TEXT: Record<ActivationStatus['completion'], string> = {
  told: 'Try a first one-time password.',
  inferred: 'Make sure with a test login.',
};

const OFFLINE_TEXT: Partial<Record<ActivationState, string>> = {
  issued: 'First image of two',
  verified: 'Second image of two',
};

/** The page's heading and the sentence below it. @param canTest whether the gateway tests logins */
export function headingWords(
  view: ActivationState,
  { failure, deviceName, completion, activationType }: ActivationStatus,
  canTest: boolean,
): { title: string; text: string | null } {
  if (isEndedState(view)) return endedWords(view, failure);
  if (view === 'active') {
    const text = canTest ? `${ACTIVE_TEXT[completion]} ${TEST_TEXT[completion]}` : ACTIVE_TEXT[completion];
    return { title: 'Device activated', text };
  }
  const text = activationType === 'offline' ? (OFFLINE_TEXT[view] ?? deviceName) : deviceName;
  return { title: 'Activate your device', text };
}
