import { createHash, timingSafeEqual } from 'node:crypto';

/** @param authorization the header */
export function isMetricsToken(authorization: string | null | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

/** Of constant length. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
