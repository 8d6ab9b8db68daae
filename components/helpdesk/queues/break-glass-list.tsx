import { Link } from '../../ui/buttons/link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { BreakGlass } from '@/lib/approvals/list-break-glass';
import { personWords } from '../people/person';
import { userPath } from '../people/user-path';
import { t } from '@/lib/language/t';

/** What agents did by break-glass, without a second person. */
export function BreakGlassList({ uses, names }: { uses: readonly BreakGlass[]; names: PeopleNames }) {
  return (
    <section aria-labelledby="break-glass">
      <h2 id="break-glass" className="mb-1 text-xl font-semibold">
        {t('Done without approval')}
      </h2>
      <p className="mb-4 text-ink-soft">{t('In the last seven days. Ask the agent if anything looks wrong.')}</p>
      <ul aria-labelledby="break-glass" className="divide-y divide-line rounded-card border border-warning bg-surface">
        {uses.map(({ at, usedBy, userId, requestId, justification }) => (
          <li key={requestId} className="grid gap-1 px-5 py-4">
            <p className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <Link href={userPath(userId)} className="font-semibold wrap-anywhere underline underline-offset-4">
                {personWords(names, userId)}
              </Link>
              <Badge tone="warning">{requestId.startsWith('rem-') ? t('Removal') : t('Invitation')}</Badge>
            </p>
            <p className="wrap-anywhere">{justification}</p>
            <p className="text-sm text-ink-soft">
              {t('By {actor}', { actor: personWords(names, usedBy) })} · <Time at={at} form="relative" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
