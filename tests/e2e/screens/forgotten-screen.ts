import type { Page } from '@playwright/test';

/** `/sign-in/forgotten`, and `/sign-in/forgotten/code` */
export function forgottenScreen(page: Page) {
  return {
    userId: page.getByLabel('User ID'),
    emailCode: page.getByRole('button', { name: 'Email me a code' }),
    heading: page.getByRole('heading', { name: 'Choose a new password', level: 1 }),
    code: page.getByLabel('Code from the email'),
    newPassword: page.getByLabel('New password', { exact: true }),
    newPasswordAgain: page.getByLabel('New password again'),
    set: page.getByRole('button', { name: 'Set new password' }),
  };
}
