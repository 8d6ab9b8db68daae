import { DataTable, type Column } from '@/components/ui/lists/data-table';
import type { ActivationFunnel } from '@/lib/activation/statistics/activation-funnel';
import type { Duration } from '@/lib/activation/statistics/activation-statistics';
import { shareWords, STEP_WORDS } from './statistics-words';
import { formatCount, locale, t } from '@/lib/shared/language/t';

/** @property count null for the whole way, which has only a duration */
type Row = { name: string; count: number | null; duration: Duration | null };

/** The funnel step by step, with the duration of each step. */
export function FunnelTable({ stages, whole }: ActivationFunnel) {
  const started = stages[0]?.count ?? 0;
  const rows: Row[] = [
    ...stages.map(({ step, count, duration }) => ({ name: t(STEP_WORDS[step]), count, duration })),
    { name: t('From start to active'), count: null, duration: whole },
  ];
  const figure = { isNumeric: true, isNarrow: true };
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { name: t('Step'), cell: ({ name }) => name },
    { name: t('Activations'), ...figure, cell: ({ count }) => (count === null ? '–' : formatCount(count)) },
    { name: t('Share'), ...figure, cell: ({ count }) => (count === null ? '–' : shareWords(count, started)) },
    { name: t('Median time'), ...figure, cell: ({ duration }) => (duration ? secondsWords(duration.median) : '–') },
    { name: t('95th percentile'), ...figure, cell: ({ duration }) => (duration ? secondsWords(duration.p95) : '–') },
  ];
  return (
    <DataTable
      label={t('How far activations got, and how long each step took')}
      columns={columns}
      rows={rows}
      keyOf={({ name }) => name}
    />
  );
}

/** Rounds a duration to a useful precision: "1.4 s", "48 s", "3 min 5 s", "2 h 10 min". @param seconds 0 or more */
export function secondsWords(seconds: number): string {
  if (seconds < 9.95)
    return `${new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
