import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/invitation`, as the invited person sees it. */
export function invitedScreen(page: Page) {
  return {
    password: page.getByLabel(names.invited.password),
    continue: page.getByRole('button', { name: names.invited.continue }),
    showUserId: page.getByRole('button', { name: names.invited.showUserId }),
    showCode: page.getByRole('button', { name: names.invited.showCode }),
    codeToReadOut: page.getByText(/^\d{3}\s?\d{3}$/),
  };
}
