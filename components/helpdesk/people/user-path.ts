import type { Route } from 'next';

export function userPath(userId: string): Route {
  return `/helpdesk/users/${encodeURIComponent(userId)}` as Route;
}
