import type { Route } from 'next';

export const ACCOUNTS_PATH: Route = '/administration/users';

export function accountPath(userId: string): Route {
  return `${ACCOUNTS_PATH}/${encodeURIComponent(userId)}` as Route;
}
