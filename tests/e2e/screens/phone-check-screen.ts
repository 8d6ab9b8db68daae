import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';

/** `/authenticator/check`, and the helpdesk's view of it, `/helpdesk/checks`. */
export function phoneCheckScreen(page: Page) {
  const list = page.getByRole('list', { name: names.phoneCheck.result });
  return {
    list,
    lines: list.getByRole('listitem'),
    /** @param part "Camera" */
    line: (part: string) => list.getByRole('listitem').filter({ has: page.getByText(part, { exact: true }) }),
    tryCamera: page.getByRole('button', { name: names.phoneCheck.tryCamera }),
    checkAgain: page.getByRole('button', { name: names.phoneCheck.checkAgain }),
    showHelpdesk: page.getByRole('button', { name: names.phoneCheck.showHelpdesk }),
    code: page.getByRole('status', { name: names.phoneCheck.code }).locator('p').first(),
    codeOfPhone: page.getByLabel(names.phoneCheck.codeOfPhone),
    show: page.getByRole('button', { name: names.phoneCheck.show }),
    refusal: alertIn(page),
  };
}
