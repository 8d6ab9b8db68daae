import { DAY } from './duration';

/** From one moment up to another, which no longer belongs to it. */
export type Period = { from: Date; to: Date };

/** The longest that can be exported at once: a leap year. */
export const MAXIMUM_PERIOD_MS = 366 * DAY;

/** Whether a period begins before it ends, and is not longer than can be asked for. */
export function isPeriodAllowed({ from, to }: Period): boolean {
  const lengthMs = to.getTime() - from.getTime();
  return lengthMs > 0 && lengthMs <= MAXIMUM_PERIOD_MS;
}

/** The whole day that a moment lies in, and the days before it. Days begin at midnight UTC. @param days 1 for that day alone */
export function lastDays(days: number, now: Date): Period {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  return { from: new Date(midnight - (days - 1) * DAY), to: new Date(midnight + DAY) };
}

/** The first and the last day of a period that begins and ends at midnight UTC, as `2026-05-04`. */
export function daysOf({ from, to }: Period): { from: string; to: string } {
  return { from: dayOf(from), to: dayOf(new Date(to.getTime() - DAY)) };
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
