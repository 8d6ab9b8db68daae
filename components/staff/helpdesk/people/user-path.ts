import type { Route } from 'next';

/** Where people are found. */
export const PEOPLE_PATH: Route = '/helpdesk';

export function userPath(userId: string): Route {
  return `/helpdesk/users/${encodeURIComponent(userId)}` as Route;
}

/** The form "Send a new activation" for a user. */
export function reissuePath(userId: string): Route {
  return `${userPath(userId)}/reissue` as Route;
}

/** That form for a device which its person has lost. @param ticket empty for none */
export function lostPath(userId: string, instanceId: string, ticket: string): Route {
  const start = new URLSearchParams({ device: instanceId, reason: 'lost', ...(ticket !== '' && { ticket }) });
  return `${reissuePath(userId)}?${start.toString()}` as Route;
}
