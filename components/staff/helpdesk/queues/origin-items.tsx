import type { ReactNode } from 'react';
import { actorWords } from '@/components/staff/audit/actor-words';
import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/shared/language/t';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { AccountOrigin } from '@/lib/helpdesk/approvals/account-origin';

/** Whose account a request is about: who made it and when, and who else is called much the same. */
export function originItems(
  origin: AccountOrigin | undefined,
  names: PeopleNames,
): { term: string; description: ReactNode }[] {
  if (!origin) return [];
  const { made, alike } = origin;
  const madeBy = made && (
    <RichText
      message="{time} by {actor}"
      values={{ time: <Time at={made.at} form="relative" />, actor: actorWords(made.by, names) }}
    />
  );
  return [
    { term: t('Account made'), description: madeBy ?? t('Unknown') },
    ...alike.map(({ userId, displayName }) => ({
      term: t('Looks alike'),
      description: (
        <Notice tone="warning">
          <span className="wrap-anywhere">
            {t('{userId} ({name}) is somebody else whose name looks the same. Make sure who is meant.', {
              userId,
              name: displayName,
            })}
          </span>
        </Notice>
      ),
    })),
  ];
}
