import type { Page } from '@playwright/test';

/** `/profile` */
export function profileScreen(page: Page) {
  const sessions = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  return {
    sessions,
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }),
    signOutOthers: page.getByRole('button', { name: 'Sign out all others' }),
    signOutEverywhere: page.getByRole('button', { name: 'Sign out everywhere' }),
    currentPassword: page.getByLabel('Current password'),
    newPassword: page.getByLabel('New password', { exact: true }),
    newPasswordAgain: page.getByLabel('New password again'),
    changePassword: page.getByRole('button', { name: 'Change password' }),
    changed: page.getByRole('status').filter({ hasText: 'Password changed' }),
  };
}
