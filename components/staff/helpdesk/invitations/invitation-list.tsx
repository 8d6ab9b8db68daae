import { Link } from '../../../ui/buttons/link';
import type { Route } from 'next';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { InvitationSummary } from '@/lib/helpdesk/invitations/invitation-summary';
import type { QueuedInvitation } from '@/lib/helpdesk/invitations/list-invitations';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { personWords, requesterWords } from '../people/person';
import { InvitationBadges } from './invitation-badges';
import { REASON_WORDS } from '../reissue/reissue-words';
import { t } from '@/lib/shared/language/t';

/**
 * Invitations, each with a link to its page.
 * @param people what those are called who requested them, and whom they are for
 * @param isOfOne whether all are for the same user, so that no row needs to name one
 */
export function InvitationList({
  invitations,
  people,
  isOfOne = false,
}: {
  invitations: readonly (InvitationSummary & { problem?: QueuedInvitation['problem'] })[];
  people: PeopleNames;
  isOfOne?: boolean;
}) {
  return (
    <ul
      aria-label={t(invitationNames.invitations)}
      className="divide-y divide-line rounded-card border border-line bg-surface"
    >
      {invitations.map((invitation) => {
        const { id, userId, reason, ticket, requestedBy, requestedAt } = invitation;
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
                {isOfOne ? t(REASON_WORDS[reason]) : personWords(people, userId)}
              </Link>
              <p className="text-sm text-ink-soft">
                {!isOfOne && `${t(REASON_WORDS[reason])} · `}
                {ticket} · {t('by {actor}', { actor: requesterWords(people, requestedBy) })} ·{' '}
                <Time at={requestedAt} form="relative" />
              </p>
            </div>
            <InvitationBadges invitation={invitation} />
          </li>
        );
      })}
    </ul>
  );
}
