/** In characters; the longest IANA name has 32. */
const MAXIMUM_LENGTH = 64;

/** An area and a place; an offset such as `+01:00` has no summer time, and is not accepted. */
const NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/** Whether `text` is an IANA name of a time zone that this runtime knows, such as `Europe/Brussels`. */
export function isTimeZone(text: string): boolean {
  if (text.length > MAXIMUM_LENGTH || !NAME.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Every time zone that a user may choose, by name. */
export function timeZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
}
