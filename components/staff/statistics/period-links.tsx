import type { Route } from 'next';
import { Link } from '../../ui/buttons/link';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

export const PERIOD_DAYS = [1, 7, 30, 90] as const;
export type PeriodDays = (typeof PERIOD_DAYS)[number];

export function periodWords(days: PeriodDays): string {
  return days === 1 ? t(numbersNames.today) : t(numbersNames.days, { days: String(days) });
}

/** Links that choose the period of the figures. @param path the page, which reads the query parameter `days` */
export function PeriodLinks({ path, current }: { path: Route; current: PeriodDays }) {
  return (
    <nav aria-label={t(numbersNames.period)} className="print:hidden">
      <ul className="flex flex-wrap gap-1">
        {PERIOD_DAYS.map((days) => (
          <li key={days}>
            <Link
              href={`${path}?days=${days}` as Route}
              aria-current={days === current || undefined}
              className="flex min-h-11 items-center rounded-control border border-transparent px-4 underline-offset-4 hover:underline aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              {periodWords(days)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
