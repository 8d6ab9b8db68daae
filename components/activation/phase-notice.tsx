import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationPhase } from './follow-activation';

/** Says openly when the page cannot be sure of what it shows. */
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
