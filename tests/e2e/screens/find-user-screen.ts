import type { Page } from '@playwright/test';

/** `/helpdesk` */
export function findUserScreen(page: Page) {
  return {
    search: page.getByRole('searchbox', { name: 'Find a user' }),
    submit: page.getByRole('button', { name: 'Search' }),
    person: (name: string) => page.getByRole('link', { name, exact: true }),
  };
}
