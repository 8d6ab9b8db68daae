import type { Locator, Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** Lines of "Recent activity" that say something. */
export function activityLines(page: Page, text: string | RegExp): Locator {
  const activity = page.getByRole('region', { name: names.area.recentActivity });
  return activity.getByRole('listitem').filter({ hasText: text });
}
