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

/** Names that runtimes keep for the sake of old data, and those of today in the tz database (2025c). */
const NAMES_OF_TODAY: Partial<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The name by which a zone goes today: `Europe/Kyiv` of `Europe/Kiev`. */
export function nameOfToday(zone: string): string {
  const name = NAMES_OF_TODAY[zone];
  return name !== undefined && isTimeZone(name) ? name : zone;
}

/** Every time zone that a user may choose, by the name of today. */
export function timeZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(nameOfToday)])].toSorted();
}

/** The city that a zone is named after, by which people look for it: "Ho Chi Minh". No two zones have the same. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** @param text a city or a name, in capitals or not @returns null if no zone has it */
export function findTimeZone(text: string): string | null {
  const wanted = text.trim().toLowerCase().replaceAll('_', ' ');
  const zones = timeZones();
  const found = zones.find((zone) => cityOf(zone).toLowerCase() === wanted);
  if (found !== undefined) return found;
  const name = text.trim().replaceAll(' ', '_');
  if (!isTimeZone(name)) return null;
  const today = nameOfToday(name);
  return zones.find((zone) => zone.toLowerCase() === today.toLowerCase()) ?? today;
}
