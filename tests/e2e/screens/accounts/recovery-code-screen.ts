import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../../support/browser/alert-in';

/** `/profile/recovery-code` */
export function recoveryCodeScreen(page: Page) {
  return {
    make: page
      .getByRole('button', { name: names.recoveryCode.make })
      .or(page.getByRole('button', { name: names.recoveryCode.makeNew })),
    oneTimePassword: page.getByLabel(names.proof.oneTimePassword, { exact: true }),
    code: page.getByRole('status', { name: names.recoveryCode.code }),
    kept: page.getByRole('link', { name: names.recoveryCode.kept }),
    openDelete: page.getByText(names.recoveryCode.delete, { exact: true }).first(),
    delete: page.getByRole('button', { name: names.recoveryCode.delete }),
    refusal: alertIn(page),
  };
}
