'use client';

import { useSyncExternalStore } from 'react';
import { SECOND } from '@/lib/shared/time/duration';
import { exactTime, formatMoment, relativeTime } from '@/lib/language/format-moment';

/**
 * A moment in the reader's own time zone; the exact UTC time is its tooltip. The server renders UTC, which stays where
 * there is no JavaScript.
 * @param at ISO 8601
 * @param form `full` "24 Nov 2026, 23:21" · `day` "24 Nov 2026" · `clock` "23:21" · `relative` "2 minutes ago", and
 * `full` beyond a day
 */
export function Time({ at, form = 'full' }: { at: string; form?: 'full' | 'day' | 'clock' | 'relative' }) {
  const now = useNow(form === 'relative');
  const isHydrated = now !== null;
  const absolute = form === 'relative' ? 'full' : form;
  const text = isHydrated ? formatMoment(at, absolute, localZone()) : formatMoment(at, absolute, 'UTC');
  return (
    <time dateTime={at} title={exactTime(at)}>
      {form === 'relative' && isHydrated ? (relativeTime(at, now) ?? text) : text}
    </time>
  );
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The reader's time zone; null until the page is hydrated. */
export function useZone(): string | null {
  return useSyncExternalStore(never, localZone, () => null);
}

let now = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all texts of a page. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 15 * SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const never = () => () => {};

/** The browser's time, for texts that change with it; null until the page is hydrated. */
function useNow(changes: boolean): number | null {
  return useSyncExternalStore(
    changes ? listen : never,
    () => (changes ? (now ||= Date.now()) : 0),
    () => null,
  );
}
