import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/profile/recovery-code` */
export function recoveryCodeScreen(page: Page) {
  return {
    make: page.getByRole('button', { name: /^Make a (new )?recovery code$/ }),
    oneTimePassword: page.getByLabel('One-time password', { exact: true }),
    code: page.getByRole('status', { name: 'Your recovery code' }),
    kept: page.getByRole('link', { name: 'I’ve kept it' }),
    openDelete: page.getByText('Delete recovery code', { exact: true }).first(),
    delete: page.getByRole('button', { name: 'Delete recovery code' }),
    refusal: refusal(page),
  };
}
