import type { Route } from 'next';

/** The helpdesk's page of a person. */
export function userPath(userId: string): Route {
  return `/helpdesk/users/${encodeURIComponent(userId)}` as Route;
}
