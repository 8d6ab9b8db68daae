import type { Locator, Page } from '@playwright/test';

/** What a form says when it was refused. Outside the main part Next.js keeps an alert that says each page's title. */
export function refusal(page: Page): Locator {
  return page.getByRole('main').getByRole('alert');
}
