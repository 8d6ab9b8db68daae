import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/sign-in/register` and the page behind it. */
export function registerScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { name: names.register.heading, level: 1 }),
    userId: page.getByLabel(names.signIn.userId),
    password: page.getByLabel(names.signIn.password, { exact: true }),
    register: page.getByRole('button', { name: names.register.register }),
    code: page.getByLabel(names.proof.mailedCode),
    confirm: page.getByRole('button', { name: names.register.confirm }),
  };
}
