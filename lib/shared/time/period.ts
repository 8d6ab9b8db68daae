import { DAY } from './duration';

/** A half-open interval: `to` is excluded. */
export type Period = { from: Date; to: Date };

/** Longest period of an export: a leap year. */
export const MAXIMUM_PERIOD_MS = 366 * DAY;

/** Nothing here happened earlier, and PostgreSQL reads neither years of five digits in ISO 8601 nor the year 0. */
const [EARLIEST_MS, LATEST_MS] = [0, Date.UTC(9999, 11, 31)];

/** Whether a foreign time can be compared with those of this site. */
export function isComparable(time: Date): boolean {
  return time.getTime() >= EARLIEST_MS && time.getTime() <= LATEST_MS;
}

/** Whether a period is neither empty nor too long to export. */
export function isPeriodAllowed({ from, to }: Period): boolean {
  const lengthMs = to.getTime() - from.getTime();
  return isComparable(from) && isComparable(to) && lengthMs > 0 && lengthMs <= MAXIMUM_PERIOD_MS;
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
