import { formatCount } from '@/components/ui/figures';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { ActivationFunnel } from '@/lib/statistics/activation-funnel';
import type { Duration } from '@/lib/statistics/activation-statistics';
import { shareWords, STEP_WORDS } from './statistics-words';
const CELL = 'py-2.5 pl-4 text-right tabular-nums whitespace-nowrap';
const HEADING = 'py-2.5 pl-4 text-right align-bottom font-normal text-ink-soft';
const ROW_HEADING = 'py-2.5 text-left';

/** The funnel step by step, with the duration of each step. */
export function FunnelTable({ stages, whole }: ActivationFunnel) {
  const started = stages[0]?.count ?? 0;
  return (
    <ScrollRegion label="Steps of the activations">
      <table className="w-full text-sm">
        <caption className="sr-only">How far the activations came, and how long each step took</caption>
        <thead className="border-b border-line-strong">
          <tr>
            <th scope="col" className={`${ROW_HEADING} align-bottom font-normal text-ink-soft`}>
              Step
            </th>
            <th scope="col" className={HEADING}>
              Activations
            </th>
            <th scope="col" className={HEADING}>
              Share
            </th>
            <th scope="col" className={HEADING}>
              Median time
            </th>
            <th scope="col" className={HEADING}>
              95 % within
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {stages.map(({ step, count, duration }) => (
            <tr key={step}>
              <th scope="row" className={`${ROW_HEADING} font-semibold whitespace-nowrap`}>
                {STEP_WORDS[step]}
              </th>
              <td className={CELL}>{formatCount(count)}</td>
              <td className={CELL}>{shareWords(count, started)}</td>
              <DurationCells duration={duration} />
            </tr>
          ))}
        </tbody>
        <tfoot className="border-t border-line-strong">
          <tr>
            <th scope="row" colSpan={3} className={`${ROW_HEADING} font-semibold`}>
              From start to active
            </th>
            <DurationCells duration={whole} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function DurationCells({ duration }: { duration: Duration | null }) {
  return (
    <>
      <td className={CELL}>{duration ? secondsWords(duration.median) : '–'}</td>
      <td className={CELL}>{duration ? secondsWords(duration.p95) : '–'}</td>
    </>
  );
}

/** Rounds a duration to a useful precision: "1.4 s", "48 s", "3 min 5 s", "2 h 10 min". @param seconds 0 or more */
export function secondsWords(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
