import type { Route } from 'next';

const LONGEST = 500;

/**
 * Guards against open redirects: returns `next` only if it is a path of this site, else `/`. Letters are encoded, because a
 * header holds none past U+00FF, and a path from an address is decoded.
 */
export function localPath(next: unknown): Route {
  const isLocal = typeof next === 'string' && /^\/(?![/\\])[^\p{Cc}\p{Cs}\\]*$/u.test(next) && next.length <= LONGEST;
  return (isLocal ? next.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent) : '/') as Route;
}
