import type { Page } from '@playwright/test';

/** `/authenticators/{id}` */
export function authenticatorScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    oneTimePassword: page.getByLabel('One-time password'),
    testLogin: page.getByRole('button', { name: 'Test login' }),
    verdict: page.getByRole('status'),
    refusal: page.getByRole('alert'),
    name: page.getByLabel('Name', { exact: true }),
    rename: page.getByRole('button', { name: 'Save name' }),
    lock: page.getByRole('button', { name: 'Lock' }),
    unlock: page.getByRole('button', { name: 'Unlock' }),
    openRemove: page.getByText('Remove device'),
    remove: page.getByRole('button', { name: 'Remove' }),
    password: page.getByLabel('Password', { exact: true }),
  };
}
