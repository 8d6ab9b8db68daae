'use client';

import { useSyncExternalStore } from 'react';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';

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

/** "24 Nov 2026, 23:21:07 UTC". */
export function exactTime(at: string): string {
  const { day, hour, minute, second } = partsOf(at, 'UTC');
  return `${day}, ${hour}:${minute}:${second} UTC`;
}

/** @param zone an IANA time zone; UTC is named in the text, because it is rarely the reader's own */
export function formatMoment(at: string, form: 'full' | 'day' | 'clock', zone: string): string {
  const { day, hour, minute } = partsOf(at, zone);
  if (form === 'day') return day;
  const clock = `${hour}:${minute}${zone === 'UTC' ? ' UTC' : ''}`;
  return form === 'clock' ? clock : `${day}, ${clock}`;
}

const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** "in 4 minutes", "2 hours ago". @returns null beyond a day, where a date says more */
export function relativeTime(at: string, now: number): string | null {
  const ms = new Date(at).getTime() - now;
  const distance = Math.abs(ms);
  if (distance < 45 * SECOND) return ms > 0 ? 'in less than a minute' : 'just now';
  if (distance < 55 * MINUTE)
    return RELATIVE.format(Math.sign(ms) * Math.max(1, Math.round(distance / MINUTE)), 'minute');
  if (distance < DAY) return RELATIVE.format(Math.sign(ms) * Math.max(1, Math.round(distance / HOUR)), 'hour');
  return null;
}

/** "24 Nov 2026". @param at ISO 8601, a day without a time */
export function formatDay(at: string): string {
  return partsOf(at, 'UTC').day;
}

/** Assembled from parts, because the punctuation between them differs between releases of the browsers' locale data. */
function partsOf(at: string, timeZone: string): Record<'day' | 'hour' | 'minute' | 'second', string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { day = '', month = '', year = '', hour = '', minute = '', second = '' } = parts;
  return { day: `${day} ${month} ${year}`, hour, minute, second };
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
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
