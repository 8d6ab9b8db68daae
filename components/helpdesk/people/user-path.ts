import type { Route } from 'next';

export function userPath(userId: string): Route {
  return `/helpdesk/users/${encodeURIComponent(userId)}` as Route;
}

/** The form "Re-issue activation" for a user. */
export function reissuePath(userId: string): Route {
  return `${userPath(userId)}/reissue` as Route;
}
