import type { Locator, Page } from '@playwright/test';

/** Lines of "Recent activity" that say something. */
export function activityLines(page: Page, text: string | RegExp): Locator {
  const activity = page.getByRole('region', { name: 'Recent activity' });
  return activity.getByRole('listitem').filter({ hasText: text });
}
