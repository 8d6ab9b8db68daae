import { DAY } from './duration';

/** A half-open interval: `to` is excluded. */
export type Period = { from: Date; to: Date };

/** Longest period of an export: a leap year. */
export const MAXIMUM_PERIOD_MS = 366 * DAY;

/** Whether a period is neither empty nor too long to export. */
export function isPeriodAllowed({ from, to }: Period): boolean {
  const lengthMs = to.getTime() - from.getTime();
  return lengthMs > 0 && lengthMs <= MAXIMUM_PERIOD_MS;
}

/** The day of `now` and the days before it. Days begin at midnight UTC. @param days 1 for that day only */
export function lastDays(days: number, now: Date): Period {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  return { from: new Date(midnight - (days - 1) * DAY), to: new Date(midnight + DAY) };
}

/** First and last day of a period between midnights UTC, as `2026-05-04`. */
export function daysOf({ from, to }: Period): { from: string; to: string } {
  return { from: dayOf(from), to: dayOf(new Date(to.getTime() - DAY)) };
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
