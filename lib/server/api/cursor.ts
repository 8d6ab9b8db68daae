import { z } from 'zod';
import { bytesFromBase64Url, base64UrlFromBytes, textFromUtf8, utf8 } from '../../shared/bytes';
import { isComparable } from '../../shared/time/period';

/** A time within a cursor, which a client may have tampered with. */
export const placeTime = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .refine(isComparable);

/**
 * A place in a list, as clients get it. It holds what its list reads on from, nothing secret, and is checked by its schema
 * when it comes back.
 */
export function writeCursor(place: unknown): string {
  return base64UrlFromBytes(utf8(JSON.stringify(place)));
}

/** @returns null if it is no cursor of this list */
export function readCursor<Schema extends z.ZodType>(schema: Schema, cursor: string): z.output<Schema> | null {
  try {
    const place = schema.safeParse(JSON.parse(textFromUtf8(bytesFromBase64Url(cursor))));
    return place.success ? place.data : null;
  } catch {
    return null;
  }
}
