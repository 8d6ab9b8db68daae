import type { Page } from '@playwright/test';

/** `/not-me` */
export function notMeScreen(page: Page) {
  return {
    press: page.getByRole('button', { name: 'It wasn’t me' }),
    reported: page.getByText('The device is locked'),
    problem: page.getByRole('alert').filter({ hasText: /./ }),
  };
}
