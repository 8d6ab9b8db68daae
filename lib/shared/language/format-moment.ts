import type { Language } from '../language';
import { DAY, HOUR, MINUTE } from '../time/duration';
import { currentLanguage } from './messages';
import { locale, t } from './t';

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

/**
 * "2 hours ago", of what has happened: where the reader's clock is behind the server's it is "just now".
 * @returns null beyond a day, where a date says more
 */
export function timeAgo(at: string, now: number): string | null {
  return relativeTime(Math.min(new Date(at).getTime() - now, 0));
}

/** "in 4 minutes", of what is to come; "2 minutes ago" once it has passed. @returns null beyond a day */
export function timeUntil(at: string, now: number): string | null {
  return relativeTime(new Date(at).getTime() - now);
}

/** "tomorrow, 23:21", of what is to come; beyond tomorrow a date, as it follows "from". @param now null if unknown */
export function upcomingMoment(at: string, now: number | null, zone: string): string {
  const days = now === null ? null : (dayNumber(new Date(at), zone) - dayNumber(new Date(now), zone)) / DAY;
  if (days === null || days < 0 || days > 1) return DATE_ARTICLES[currentLanguage()] + formatMoment(at, 'full', zone);
  const day = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');
  return `${day}, ${formatMoment(at, 'clock', zone)}`;
}

/** "dès le 1 déc. 2026" beside "dès demain". */
const DATE_ARTICLES: Record<Language, string> = { en: '', de: '', fr: 'le ', nl: '' };

/** Midnight of its calendar day, as if the zone were UTC. */
function dayNumber(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const { year, month, day } = Object.fromEntries(
    parts.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day);
}

/** @param ms from now */
function relativeTime(ms: number): string | null {
  const distance = Math.abs(ms);
  if (distance < MINUTE) return ms > 0 ? t('in less than a minute') : t('just now');
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  if (distance < 55 * MINUTE) return relative.format(Math.sign(ms) * Math.round(distance / MINUTE), 'minute');
  if (distance < DAY) return relative.format(Math.sign(ms) * Math.max(1, Math.round(distance / HOUR)), 'hour');
  return null;
}

/** "24 Nov 2026". @param at ISO 8601, a day without a time */
export function formatDay(at: string): string {
  return partsOf(at, 'UTC').day;
}

/** Assembled from parts, because the punctuation between them differs between releases of the browsers' locale data. */
function partsOf(at: string, timeZone: string): Record<'day' | 'hour' | 'minute' | 'second', string> {
  const format = new Intl.DateTimeFormat(locale(), {
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
  return { day: `${day}${DAY_MARKS[currentLanguage()]} ${month} ${year}`, hour, minute, second };
}

/** Between a day and its month. */
const DAY_MARKS: Record<Language, string> = { en: '', de: '.', fr: '', nl: '' };
