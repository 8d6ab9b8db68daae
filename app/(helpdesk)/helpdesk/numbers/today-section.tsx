import { UnfinishedTable } from '@/components/staff/statistics/unfinished-table';
import { Figures } from '@/components/ui/figures';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { countOutcomes } from '@/lib/activation/statistics/count-outcomes';
import { listUnfinished } from '@/lib/activation/statistics/unfinished-activations';
import { services } from '@/lib/server/composition/compose';
import { lastDays } from '@/lib/shared/time/period';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

const LISTED = 20;

/** Today's activations. @param mayViewUsers whether to list whose activations they are */
export async function TodaySection({ domain, mayViewUsers }: { domain: string; mayViewUsers: boolean }) {
  const { statistics } = await services();
  const today = { period: lastDays(1, statistics.clock.now()), domain };
  const [outcomes, unfinished] = await Promise.all([
    statistics.activations.outcomes(today),
    mayViewUsers ? listUnfinished(statistics.activations, today) : null,
  ]);
  const listed = unfinished?.slice(0, LISTED) ?? [];
  const ids = listed.map(({ latest }) => latest.userId);
  const names = await peopleNames(domain, ids);
  const { started, active, pending, expired, cancelled, failed } = countOutcomes(outcomes);
  return (
    <section aria-labelledby="today" className="grid grid-cols-1 gap-5">
      <h2 id="today" className="text-xl font-semibold">
        {t(numbersNames.today)}
      </h2>
      <Figures
        figures={[
          { name: t('Started'), value: started },
          { name: t('Activated'), value: active, tone: 'success' },
          { name: t('In progress'), value: pending },
          { name: t('Expired'), value: expired },
          { name: t('Cancelled'), value: cancelled },
          { name: t('Failed'), value: failed, tone: 'danger' },
        ]}
      />
      {unfinished && (
        <div>
          <h3 className="mb-3 text-lg font-semibold">{t(numbersNames.unfinished)}</h3>
          <UnfinishedTable people={listed} names={names} />
          {unfinished.length > LISTED && (
            <p className="mt-3 text-sm text-ink-soft">
              {t('Showing the latest {shown} of {count}.', { shown: LISTED, count: unfinished.length })}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
