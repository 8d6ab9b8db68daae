import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { StateDot } from '@/components/ui/lists/state-dot';
import { RowLink } from '@/components/ui/lists/row-link';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { ActivationFacts } from '@/lib/activation/statistics/activation-facts';
import type { UnfinishedActivation } from '@/lib/activation/statistics/unfinished-activations';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { personWords } from '../helpdesk/people/person';
import { userPath } from '../helpdesk/people/user-path';
import { outcomeWords } from './statistics-words';
import { t } from '@/lib/shared/language/t';

const TONES: Partial<Record<ActivationFacts['state'], 'warning'>> = { failed: 'warning', expired: 'warning' };

const columns = (names: PeopleNames): readonly [Column<UnfinishedActivation>, ...Column<UnfinishedActivation>[]] => [
  {
    name: t('User'),
    cell: ({ latest: { userId } }) => (
      <>
        <RowLink href={userPath(userId)}>{personWords(names, userId)}</RowLink>
        {names.has(userId) && <span className="ml-2 text-sm font-normal text-ink-soft">{userId}</span>}
      </>
    ),
  },
  {
    name: t('Result'),
    cell: ({ latest }) => <StateDot tone={TONES[latest.state] ?? 'neutral'}>{outcomeWords(latest)}</StateDot>,
  },
  { name: t('Attempts'), isNumeric: true, isNarrow: true, cell: ({ attempts }) => attempts },
  {
    name: t('Started'),
    isNarrow: true,
    cell: ({ latest }) => <Time at={latest.requestedAt.toISOString()} form="relative" />,
  },
];

/** People who may need help with an activation, each with a way to their page. */
export function UnfinishedTable({ people, names }: { people: readonly UnfinishedActivation[]; names: PeopleNames }) {
  if (people.length === 0) return <p className="text-ink-soft">{t('Nobody is waiting and nothing has failed.')}</p>;
  return (
    <DataTable
      label={t(numbersNames.unfinished)}
      columns={columns(names)}
      rows={people}
      keyOf={({ latest }) => latest.id}
    />
  );
}
