/** Fixed language and zone, so that the server's text and the browser's are the same wherever both are. */
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment in words: "24 Nov 2026, 23:21 UTC". @param at ISO 8601 */
export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{formatTime(at)}</time>;
}

export function formatTime(at: string): string {
  const { day, hour, minute } = partsOf(at);
  return `${day}, ${hour}:${minute} UTC`;
}

/** A day in words: "24 Nov 2026". @param at ISO 8601, of the day alone too */
export function formatDay(at: string): string {
  return partsOf(at).day;
}

/** Put together from its parts, because the punctuation between them differs between releases of the browsers' data. */
function partsOf(at: string): { day: string; hour: string; minute: string } {
  const parts = Object.fromEntries(FORMAT.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { day: `${day} ${month} ${year}`, hour, minute };
}
