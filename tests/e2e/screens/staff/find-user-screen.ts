import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/helpdesk` */
export function findUserScreen(page: Page) {
  return {
    search: page.getByRole('searchbox', { name: names.findUser.find }),
    submit: page.getByRole('button', { name: names.findUser.search }),
    person: (name: string) => page.getByRole('link', { name, exact: true }),
  };
}
