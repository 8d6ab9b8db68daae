import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';

/** `/not-me` */
export function notMeScreen(page: Page) {
  return {
    press: page.getByRole('button', { name: names.notMe.report }),
    reported: page.getByText(names.notMe.reported),
    problem: alertIn(page).filter({ hasText: /./ }),
  };
}
