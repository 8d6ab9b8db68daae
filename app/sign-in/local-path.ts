import type { Route } from 'next';

/** Where to go after signing in: a path of this site, whatever the address asked for. */
export function localPath(next: string | string[] | undefined): Route {
  const isLocal = typeof next === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length <= 500;
  return (isLocal ? next : '/') as Route;
}
