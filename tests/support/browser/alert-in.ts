import type { Locator, Page } from '@playwright/test';

/**
 * What a form, a page or a dialog says as an alert. Next.js keeps an alert of its own, which announces the title of each
 * page that it goes to: it stands at the end of the body, and is none of them.
 */
export function alertIn(scope: Page | Locator): Locator {
  const own = 'goto' in scope ? scope.locator('body > :not(next-route-announcer)') : scope;
  return own.getByRole('alert');
}
