import type { Page } from '@playwright/test';

/** `/invitation`, as the invited person sees it. */
export function invitedScreen(page: Page) {
  return {
    password: page.getByLabel('Password'),
    continue: page.getByRole('button', { name: 'Continue to activation' }),
    showUserId: page.getByRole('button', { name: 'Show user ID' }),
    showCode: page.getByRole('button', { name: 'Show my code' }),
    codeToReadOut: page.getByText(/^\d{3}\s?\d{3}$/),
  };
}
