import { describe, expect, it } from 'vitest';
import { exactTime, formatMoment, timeAgo, timeUntil, upcomingMoment } from '@/lib/shared/language/format-moment';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';

describe('a moment', () => {
  it.each([
    ['UTC', '24 Nov 2026, 23:21 UTC'],
    ['Europe/Berlin', '25 Nov 2026, 00:21'],
    ['America/New_York', '24 Nov 2026, 18:21'],
  ])('a moment is written in the zone %s', (zone, text) => {
    expect(formatMoment('2026-11-24T23:21:09.000Z', 'full', zone)).toBe(text);
  });

  it('an exact time is in UTC', () => {
    expect(exactTime('2027-01-05T00:04:07.000Z')).toBe('5 Jan 2027, 00:04:07 UTC');
  });

  const now = Date.parse('2026-11-24T12:00:00Z');
  const from = (distance: number) => new Date(now + distance).toISOString();

  it.each([
    [59 * SECOND, 'in less than a minute'],
    [4 * MINUTE, 'in 4 minutes'],
    [3 * HOUR, 'in 3 hours'],
    [-4 * MINUTE, '4 minutes ago'],
    [2 * DAY, null],
  ])('what is to come %i ms from now is %s', (distance, text) => {
    expect(timeUntil(from(distance), now)).toBe(text);
  });

  it.each([
    ['2026-11-24T23:10:00.000Z', 'tomorrow, 00:10'],
    ['2026-11-24T18:30:00.000Z', 'today, 19:30'],
    ['2026-11-25T22:59:00.000Z', 'tomorrow, 23:59'],
    ['2026-11-25T23:00:00.000Z', '26 Nov 2026, 00:00'],
  ])('%s is told by the reader’s calendar day: %s', (at, text) => {
    expect(upcomingMoment(at, now, 'Europe/Berlin')).toBe(text);
  });

  it.each([
    [0, 'just now'],
    [-59 * SECOND, 'just now'],
    [-1 * MINUTE, '1 minute ago'],
    [-59 * MINUTE, '1 hour ago'],
    [-2 * DAY, null],
  ])('what happened %i ms from now is %s', (distance, text) => {
    expect(timeAgo(from(distance), now)).toBe(text);
  });

  it.each([5 * SECOND, 3 * MINUTE, 2 * HOUR, 2 * DAY])(
    'what happened is never told as what is to come, whatever the reader’s clock says: %i ms behind',
    (distance) => {
      expect(timeAgo(from(distance), now)).toBe('just now');
    },
  );
});
