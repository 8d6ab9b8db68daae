/** Locale and time zone are fixed, so that the server and every browser render the same text. */
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "24 Nov 2026, 23:21 UTC". @param at ISO 8601 */
export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{formatTime(at)}</time>;
}

export function formatTime(at: string): string {
  const { day, hour, minute } = partsOf(at);
  return `${day}, ${hour}:${minute} UTC`;
}

/** "24 Nov 2026". @param at ISO 8601, with or without a time */
export function formatDay(at: string): string {
  return partsOf(at).day;
}

/** Assembled from parts, because the punctuation between them differs between releases of the browsers' locale data. */
function partsOf(at: string): { day: string; hour: string; minute: string } {
  const parts = Object.fromEntries(FORMAT.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { day: `${day} ${month} ${year}`, hour, minute };
}
