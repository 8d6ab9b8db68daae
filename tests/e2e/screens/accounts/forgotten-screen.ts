import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/sign-in/forgotten`, and `/sign-in/forgotten/code` */
export function forgottenScreen(page: Page) {
  return {
    userId: page.getByLabel(names.signIn.userId),
    emailCode: page.getByRole('button', { name: names.proof.emailCode }),
    heading: page.getByRole('heading', { name: names.password.chooseNew, level: 1 }),
    code: page.getByLabel(names.proof.mailedCode),
    newPassword: page.getByLabel(names.password.newPassword, { exact: true }),
    newPasswordAgain: page.getByLabel(names.password.newPasswordAgain),
    set: page.getByRole('button', { name: names.password.setNew }),
  };
}
