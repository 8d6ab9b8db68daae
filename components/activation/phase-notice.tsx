import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationPhase } from './follow-activation';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { endedWords, isEndedState } from './ended-words';

/** Warns when the page may be out of date. */
export function PhaseNotice({ phase, activationId }: { phase: ActivationPhase; activationId: string }) {
  switch (phase) {
    case 'reconnecting':
      return (
        <Notice tone="warning" title="Reconnecting…">
          <p>The page cannot reach the server and keeps trying. What you do on the phone still counts.</p>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice tone="warning" title="You are signed out">
          <p>What you do on the phone still counts. Sign in again to see how it goes on.</p>
          <div className="mt-2">
            <LinkButton href={`/sign-in?next=/activations/${activationId}`}>Sign in</LinkButton>
          </div>
        </Notice>
      );
    case 'not-available':
      return (
        <Notice tone="warning" title="This activation cannot be shown any more">
          <p>It may be gone, or belong to someone else. Your devices are listed on their own page.</p>
          <div className="mt-2">
            <LinkButton href="/">Your devices</LinkButton>
          </div>
        </Notice>
      );
    case 'following':
    case 'finished':
      break;
  }
  return null;
}

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

/** The page's heading and the sentence below it. @param canTest whether the gateway supports test logins */
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
