import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { lowPools, type LicenceCount, type LicencePool } from '@/lib/activation/licences/free-licences';
import { operationNames } from '@/lib/shared/names/staff-names';
import { formatCount, t } from '@/lib/shared/language/t';

type Counted = LicenceCount & { countedAt: Date };

/** What the gateway has left for new devices. @param counted null before the first count */
export function LicenceSection({ counted, lowMark }: { counted: Counted | null; lowMark: number }) {
  return (
    <section aria-labelledby="free-licences" className="grid grid-cols-1 gap-facts">
      <h2 id="free-licences" className="text-xl font-semibold">
        {t(operationNames.freeLicences)}
      </h2>
      {counted === null ? <p>{t('They have not been counted yet.')}</p> : <Pools counted={counted} lowMark={lowMark} />}
    </section>
  );
}

function Pools({ counted, lowMark }: { counted: Counted; lowMark: number }) {
  const { pools, isWhole, countedAt } = counted;
  const isLow = lowMark > 0 && (pools.length === 0 || lowPools(counted, lowMark).length > 0);
  return (
    <>
      <p className="text-ink-soft">
        {t('Counted by the activation service:')} <Time at={countedAt.toISOString()} />
      </p>
      {isLow && (
        <Notice tone="warning" title={t('Few licences are left.')}>
          <p>
            {t(
              'Once none is left, people who have no licence yet cannot activate a device. Order more, or take back those of people who have left.',
            )}
          </p>
        </Notice>
      )}
      {pools.length === 0 && <p>{t('The activation service has none left.')}</p>}
      {pools.length > 0 && (
        <DataTable
          label={t(operationNames.freeLicences)}
          columns={columns(isWhole, lowMark)}
          rows={pools}
          keyOf={({ type, unit }) => JSON.stringify([type, unit])}
        />
      )}
    </>
  );
}

function columns(isWhole: boolean, lowMark: number): readonly [Column<LicencePool>, ...Column<LicencePool>[]] {
  return [
    { name: t('Type'), cell: ({ type }) => <span className="font-mono">{type}</span> },
    { name: t('Organisational unit'), cell: ({ unit }) => unit || t('None') },
    {
      name: t('Free'),
      isNarrow: true,
      cell: ({ free }) => (isWhole ? formatCount(free) : t('At least {count}', { count: formatCount(free) })),
    },
    {
      name: t('State'),
      cell: ({ free }) => {
        if (free === 0) return t('None left');
        return isWhole && free < lowMark ? t('Few left') : t('Enough');
      },
    },
  ];
}
