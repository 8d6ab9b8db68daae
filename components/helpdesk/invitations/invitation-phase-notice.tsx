import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { InvitationPhase } from './follow-invitation';

/** Says openly when the page cannot be sure of what it shows. */
export function InvitationPhaseNotice({ phase, invitationId }: { phase: InvitationPhase; invitationId: string }) {
  switch (phase) {
    case 'reconnecting':
      return (
        <Notice tone="warning" title="Reconnecting…">
          The page cannot reach the server and keeps trying. What the person does still counts.
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice tone="warning" title="You are signed out">
          <p className="mb-2">What the person does still counts. Sign in again to see how it goes on.</p>
          <LinkButton href={`/sign-in?next=/helpdesk/invitations/${invitationId}`}>Sign in</LinkButton>
        </Notice>
      );
    case 'not-available':
      return (
        <Notice tone="warning" title="This invitation cannot be shown any more">
          Your account may no longer look at invitations.
        </Notice>
      );
    case 'following':
    case 'finished':
      return null;
  }
}
