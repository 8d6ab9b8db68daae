import { DAY } from './duration';
import type { Period } from './period';

/** The first and the last day of a period that begins and ends at midnight UTC, as `2026-05-04`. */
export function daysOf({ from, to }: Period): { from: string; to: string } {
  return { from: dayOf(from), to: dayOf(new Date(to.getTime() - DAY)) };
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
