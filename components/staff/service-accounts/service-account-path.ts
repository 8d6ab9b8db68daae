import type { Route } from 'next';

export const SERVICE_ACCOUNTS_PATH: Route = '/administration/service-accounts';

export function serviceAccountPath(id: string): Route {
  return `${SERVICE_ACCOUNTS_PATH}/${id}` as Route;
}
