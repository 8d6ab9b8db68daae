import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../../support/browser/alert-in';

export function signInScreen(page: Page) {
  return {
    userId: page.getByLabel(names.signIn.userId),
    password: page.getByLabel(names.signIn.password, { exact: true }),
    signIn: page.getByRole('button', { name: names.signIn.signIn }),
    refusal: alertIn(page),
  };
}
