import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationPhase } from './follow-activation';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { activationNames } from '@/lib/names/activation-names';
import { ENDED_TITLES, isEndedState } from './ended-state';

/** Warns when the page may be out of date. */
export function PhaseNotice({ phase, activationId }: { phase: ActivationPhase; activationId: string }) {
  switch (phase) {
    case 'reconnecting':
      return (
        <Notice tone="warning" title={activationNames.reconnecting}>
          <p>This page keeps trying to reach the server. Your phone can still finish.</p>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice tone="warning" title="You are signed out">
          <p>Your phone can still finish. Sign in to see the result.</p>
          <div className="mt-2">
            <LinkButton href={`/sign-in?next=/activations/${activationId}`}>Sign in</LinkButton>
          </div>
        </Notice>
      );
    case 'not-available':
      return (
        <Notice tone="warning" title="This activation can’t be shown">
          <p>It no longer exists, or it belongs to someone else.</p>
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

/**
 * The page's heading and the sentence below it.
 * @param canTest whether the person can try the device on this page
 * @param replacing the device that this one replaces, as long as it is not retired
 */
export function headingWords(
  view: ActivationState,
  { deviceName, completion }: ActivationStatus,
  canTest: boolean,
  replacing: string | null,
): { title: string; text: string | null } {
  if (isEndedState(view)) return { title: ENDED_TITLES[view], text: deviceName };
  if (view !== 'active') return { title: 'Activate your device', text: deviceName };
  const test = replacing === null ? 'Try it out.' : `Test it to finish replacing ${replacing}.`;
  return {
    title: activationNames.activated,
    text: canTest ? `${ACTIVE_TEXT[completion]} ${test}` : ACTIVE_TEXT[completion],
  };
}
