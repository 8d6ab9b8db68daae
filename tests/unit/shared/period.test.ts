import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/shared/time/duration';
import { isPeriodAllowed, lastDays, daysOf } from '@/lib/shared/time/period';

describe('a period', () => {
  it.each(['2026-05-04T00:00:00.000Z', '2026-05-04T13:14:15.000Z', '2026-05-04T23:59:59.999Z'])(
    'a period of one day is the whole day in UTC around %s',
    (now) => {
      const from = new Date('2026-05-04T00:00:00Z');
      expect(lastDays(1, new Date(now))).toEqual({ from, to: new Date(from.getTime() + DAY) });
    },
  );

  it('a period of several days ends with the same day, and is named by its first and last', () => {
    expect(daysOf(lastDays(30, new Date('2026-03-01T12:00:00Z')))).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(daysOf(lastDays(1, new Date('2026-03-01T12:00:00Z')))).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  });

  it('a period is at most as long as a leap year', () => {
    const from = new Date('2026-05-04T00:00:00Z');
    const after = (days: number) => ({ from, to: new Date(from.getTime() + days * DAY) });
    expect([-1, 0, 1, 366, 367].map((days) => isPeriodAllowed(after(days)))).toEqual([false, false, true, true, false]);
  });
});
