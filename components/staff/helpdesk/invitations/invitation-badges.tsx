import { Badge } from '@/components/ui/badge';
import { StateDot } from '@/components/ui/lists/state-dot';
import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import type { QueuedInvitation } from '@/lib/helpdesk/invitations/list-invitations';
import { invitationState, invitationTone } from './invitation-words';
import { t, type Message } from '@/lib/shared/language/t';

const PROBLEMS = {
  'not-delivered': 'Not delivered yet',
  'activation-failed': 'Activation failed',
} as const satisfies Record<NonNullable<QueuedInvitation['problem']>, Message>;

/** An invitation's state, and what is remarkable about it. */
export function InvitationBadges({
  invitation,
}: {
  invitation: InvitationSummary & { problem?: QueuedInvitation['problem'] };
}) {
  const { justification, problem } = invitation;
  return (
    <span className="flex flex-wrap gap-2">
      {justification !== null && <Badge tone="warning">{t('Without approval')}</Badge>}
      {problem && <Badge tone="warning">{t(PROBLEMS[problem])}</Badge>}
      <Badge tone={invitationTone(invitation)}>{invitationState(invitation)}</Badge>
    </span>
  );
}

/** The same in a row of a list. */
export function InvitationStates({ invitation }: { invitation: QueuedInvitation }) {
  const { justification, problem } = invitation;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {justification !== null && <StateDot tone="warning">{t('Without approval')}</StateDot>}
      {problem && <StateDot tone="warning">{t(PROBLEMS[problem])}</StateDot>}
      <StateDot tone={invitationTone(invitation)}>{invitationState(invitation)}</StateDot>
    </span>
  );
}
