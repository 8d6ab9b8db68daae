import { FunnelChart } from '@/components/staff/statistics/funnel-chart';
import { FunnelTable } from '@/components/staff/statistics/funnel-table';
import { PeriodLinks, type PeriodDays } from '@/components/staff/statistics/period-links';
import { StayedList } from '@/components/staff/statistics/stayed-list';
import { Card } from '@/components/ui/card';
import { DownloadLink } from '@/components/ui/buttons/download-link';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { formatDay } from '@/lib/shared/language/format-moment';
import { readActivationFunnel } from '@/lib/activation/statistics/activation-funnel';
import { services } from '@/lib/server/composition/compose';
import { lastDays, daysOf } from '@/lib/shared/time/period';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/** How far the activations of a period got. */
export async function FunnelSection({
  domain,
  days,
  mayExport,
}: {
  domain: string;
  days: PeriodDays;
  mayExport: boolean;
}) {
  const { activations, clock } = (await services()).statistics;
  const period = lastDays(days, clock.now());
  const { from, to } = daysOf(period);
  const { stages, whole } = await readActivationFunnel(activations, { period, domain });
  return (
    <section aria-labelledby="funnel" className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h2 id="funnel" className="text-xl font-semibold">
            {t('Activation funnel')}
          </h2>
          <p className="mt-1 text-ink-soft">
            {from === to
              ? t('How far activations got that were started on {day}.', { day: formatDay(to) })
              : t('How far activations got that were started from {from} to {to}.', {
                  from: formatDay(from),
                  to: formatDay(to),
                })}
          </p>
        </div>
        <PeriodLinks path="/helpdesk/numbers" current={days} />
      </div>
      {stages[0]?.count === 0 ? (
        <EmptyState title={t('No activations yet')}>{t('Choose a longer period.')}</EmptyState>
      ) : (
        <>
          <Card>
            <div className="hidden sm:block print:block">
              <FunnelChart stages={stages} layout="wide" />
            </div>
            <div className="max-w-form sm:hidden print:hidden">
              <FunnelChart stages={stages} layout="narrow" />
            </div>
          </Card>
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[3fr_2fr]">
            <div>
              <h3 className="mb-3 text-lg font-semibold">{t('Step by step')}</h3>
              <FunnelTable stages={stages} whole={whole} />
            </div>
            <Card>
              <h3 className="mb-3 text-lg font-semibold">{t('Where people dropped off')}</h3>
              <StayedList stages={stages} />
            </Card>
          </div>
        </>
      )}
      {mayExport && (
        <div className="print:hidden">
          <h3 className="mb-1 text-lg font-semibold">{t('Export')}</h3>
          <p className="mb-4 max-w-prose text-ink-soft">
            {t(
              'Activations of this period with user IDs and times, without credentials or device names. Each export is recorded in the audit log.',
            )}
          </p>
          <div className="flex flex-wrap gap-3">
            <DownloadLink href={`/api/numbers/activations?from=${from}&to=${to}&format=csv`}>
              {t(numbersNames.exportCsv)}
            </DownloadLink>
            <DownloadLink href={`/api/numbers/activations?from=${from}&to=${to}&format=jsonl`}>
              {t(numbersNames.exportJsonLines)}
            </DownloadLink>
          </div>
        </div>
      )}
    </section>
  );
}
