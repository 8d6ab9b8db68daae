import Link from 'next/link';
import type { Route } from 'next';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import type { QueuedInvitation } from '@/lib/helpdesk/invitations/list-invitations';
import { invitationState, invitationTone } from './invitation-words';
import { REASON_WORDS } from '../reissue/reissue-words';

const PROBLEMS: Record<NonNullable<QueuedInvitation['problem']>, string> = {
  'not-delivered': 'Not delivered yet',
  'activation-failed': 'Activation failed',
};

/**
 * Invitations, each with a link to its page.
 * @param isOfOne whether all are for the same user, so that no row needs to name one
 */
export function InvitationList({
  invitations,
  isOfOne = false,
}: {
  invitations: readonly (InvitationSummary & { problem?: QueuedInvitation['problem'] })[];
  isOfOne?: boolean;
}) {
  return (
    <ul aria-label="Invitations" className="divide-y divide-line rounded-card border border-line bg-surface">
      {invitations.map((invitation) => {
        const { id, userId, reason, ticket, requestedBy, requestedAt, justification, problem } = invitation;
        return (
          <li
            key={id}
            className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4 first:rounded-t-card last:rounded-b-card hover:bg-accent-soft"
          >
            <div className="min-w-0 wrap-anywhere">
              <Link
                href={`/helpdesk/invitations/${id}` as Route}
                className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
              >
                {isOfOne ? REASON_WORDS[reason] : userId}
              </Link>
              <p className="text-sm text-ink-soft">
                {!isOfOne && `${REASON_WORDS[reason]} · `}
                {ticket} · by {requestedBy} · <Time at={requestedAt} form="relative" />
              </p>
            </div>
            <p className="flex flex-wrap gap-2">
              {justification !== null && <Badge tone="warning">Without approval</Badge>}
              {problem && <Badge tone="warning">{PROBLEMS[problem]}</Badge>}
              <Badge tone={invitationTone(invitation)}>{invitationState(invitation)}</Badge>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
