/** Name of the session's cookie over http, and over https. */
export const SESSION_COOKIES = ['tessera.session', '__Host-tessera.session'] as const;

/**
 * @param header the `Cookie` header; null when there is none
 * @returns the last value of this name; null when there is none
 */
export function readCookie(header: string | null, name: string): string | null {
  const start = `${name}=`;
  const pair = header?.split(';').findLast((one) => one.trimStart().startsWith(start));
  return pair === undefined ? null : pair.trim().slice(start.length);
}
