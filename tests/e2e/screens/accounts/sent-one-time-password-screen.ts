import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/sign-in/one-time-password` and the page behind it. */
export function sentOneTimePasswordScreen(page: Page) {
  return {
    open: page.getByRole('link', { name: names.signIn.sendOneTimePassword }),
    heading: page.getByRole('heading', { name: names.signIn.sendOneTimePassword, level: 1 }),
    userId: page.getByLabel(names.signIn.userId),
    password: page.getByLabel(names.signIn.password, { exact: true }),
    send: page.getByRole('button', { name: names.sentOneTimePassword.send }),
    code: page.getByLabel(names.sentOneTimePassword.code),
    enter: page.getByRole('button', { name: names.sentOneTimePassword.enter }),
  };
}
