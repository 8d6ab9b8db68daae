import { Link } from '@/components/ui/buttons/link';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { personBehind, systemBehind } from '@/lib/accounts/users/requester';
import { t } from '@/lib/shared/language/t';
import { userPath } from './user-path';

/** "Lise Meitner"; the user ID of somebody who is gone. */
export function personWords(names: PeopleNames, userId: string): string {
  return names.get(userId) ?? userId;
}

/** "Lise Meitner", or "Tickets, for Lise Meitner" of a system. @param requestedBy see `requesterKey` */
export function requesterWords(names: PeopleNames, requestedBy: string): string {
  const person = personWords(names, personBehind(requestedBy));
  const system = systemBehind(requestedBy);
  return system === null ? person : t('{system}, for {person}', { system, person });
}

/** A person by name, their user ID behind it. @param isLinked whether the reader may open their page */
export function Person({
  names,
  userId,
  isLinked = false,
}: {
  names: PeopleNames;
  userId: string;
  isLinked?: boolean;
}) {
  const name = personWords(names, userId);
  return (
    <span className="wrap-anywhere">
      {isLinked ? (
        <Link href={userPath(userId)} className="underline underline-offset-4">
          {name}
        </Link>
      ) : (
        name
      )}
      {name !== userId && (
        <>
          {' '}
          <span className="text-sm text-ink-soft">{userId}</span>
        </>
      )}
    </span>
  );
}
