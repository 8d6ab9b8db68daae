import type { Page } from '@playwright/test';

/** `/administration/users/{userId}` */
export function accountScreen(page: Page) {
  const role = (name: string) =>
    page.getByRole('list', { name: 'Roles' }).getByRole('listitem').filter({ hasText: name });
  return {
    state: page.getByRole('term').filter({ hasText: 'Sign-in' }).locator('..'),
    sendLink: page.getByRole('button', { name: 'Send the link again' }),
    disable: page.locator('summary').filter({ hasText: 'Disable account' }),
    disableIt: page.getByRole('button', { name: 'Yes, disable it' }),
    enable: page.getByRole('button', { name: 'Enable account' }),
    role,
    request: (name: string) => page.getByRole('button', { name: `Request the role ${name}` }),
    takeAway: (name: string) => page.getByRole('button', { name: `Take away the role ${name}` }),
    name: page.getByLabel('Name', { exact: true }),
    addresses: page.getByLabel('Email addresses'),
    save: page.getByRole('button', { name: 'Save details' }),
    sessions: page.getByRole('list', { name: 'Sessions' }).getByRole('listitem'),
    signOutEverywhere: page.getByRole('button', { name: 'Sign out everywhere' }),
    remove: page.locator('summary').filter({ hasText: 'Delete account' }),
    removeIt: page.getByRole('button', { name: /^Yes, delete/ }),
  };
}
