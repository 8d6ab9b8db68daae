'use client';

import { useSyncExternalStore } from 'react';
import { exactTime, formatMoment, timeAgo, timeUntil, upcomingMoment } from '@/lib/shared/language/format-moment';
import { onTick, pageTime } from './page-clock';

/**
 * A moment in the reader's own time zone; the exact UTC time is its tooltip. The server renders UTC, which stays where
 * there is no JavaScript.
 * @param at ISO 8601
 * @param form `full` "24 Nov 2026, 23:21" · `day` "24 Nov 2026" · `clock` "23:21" · `relative` "2 minutes ago", of what has
 * happened · `until` "in 2 minutes", of what is to come; both are `full` beyond a day · `upcoming` "tomorrow, 23:21", of
 * what is to come; `full` beyond tomorrow
 */
export function Time({ at, form = 'full' }: { at: string; form?: 'full' | 'day' | 'clock' | RelativeForm }) {
  const isRelative = form === 'relative' || form === 'until' || form === 'upcoming';
  const now = useNow(isRelative);
  const zone = now === null ? 'UTC' : localZone();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {isRelative ? relativeText(at, form, now, zone) : formatMoment(at, form, zone)}
    </time>
  );
}

type RelativeForm = 'relative' | 'until' | 'upcoming';

/** @param now null until the page is hydrated */
function relativeText(at: string, form: RelativeForm, now: number | null, zone: string): string {
  if (form === 'upcoming') return upcomingMoment(at, now, zone);
  const relative = form === 'until' ? timeUntil : timeAgo;
  return (now === null ? null : relative(at, now)) ?? formatMoment(at, 'full', zone);
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The reader's time zone; null until the page is hydrated. */
export function useZone(): string | null {
  return useSyncExternalStore(never, localZone, () => null);
}

const never = () => () => {};

/** The browser's time, for texts that change with it; null until the page is hydrated. */
function useNow(changes: boolean): number | null {
  return useSyncExternalStore(
    changes ? onTick : never,
    () => (changes ? pageTime() : 0),
    () => null,
  );
}
