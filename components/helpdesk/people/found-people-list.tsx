import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Badge } from '@/components/ui/badge';
import type { FoundPeople } from '@/lib/helpdesk/find-users';
import { userPath } from './user-path';

/** One page of search results, each with a link to the user's page. */
export function FoundPeopleList({ query, people, next }: FoundPeople & { query: string }) {
  if (people.length === 0) {
    return (
      <EmptyState title="Nobody found">
        Check the spelling, or type the beginning of another word of the name, user ID or mail address.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="found" className="grid gap-4">
      <h2 id="found" className="text-xl font-semibold">
        {next ? `The first ${people.length}` : people.length === 1 ? 'One person' : `${people.length} people`}
      </h2>
      {next && <p>There are more. Type another word or a few more letters to narrow the search.</p>}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {people.map(({ userId, displayName, mailAddress, isProtected, isInvited }) => (
          <li
            key={userId}
            className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4 first:rounded-t-card last:rounded-b-card hover:bg-accent-soft"
          >
            <div className="min-w-0 wrap-anywhere">
              <Link
                href={userPath(userId)}
                className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
              >
                {displayName}
              </Link>
              <p className="text-ink-soft">{mailAddress ? `${userId} · ${mailAddress}` : userId}</p>
            </div>
            <p className="flex flex-wrap gap-2 empty:hidden">
              {isInvited && <Badge tone="info">Invitation under way</Badge>}
              {isProtected && <Badge tone="warning">Protected</Badge>}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <div>
          <LinkButton
            href={`/helpdesk?q=${encodeURIComponent(query)}&after=${encodeURIComponent(next)}`}
            variant="secondary"
          >
            Next people
          </LinkButton>
        </div>
      )}
    </section>
  );
}
