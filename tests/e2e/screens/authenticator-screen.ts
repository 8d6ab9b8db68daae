import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';

/** `/authenticators/{id}` */
export function authenticatorScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    oneTimePassword: page.getByLabel(names.testLogin.oneTimePassword),
    testLogin: page.getByRole('button', { name: names.testLogin.tryOut }),
    verdict: alertIn(page.locator('form:has([name=oneTimePassword])')),
    loginWorks: page.getByRole('status', { name: names.testLogin.works }),
    openRename: page.locator('summary').getByText(names.device.rename, { exact: true }),
    name: page.getByLabel(names.device.name),
    rename: page.getByRole('button', { name: names.device.saveName }),
    openLock: page.locator('summary').getByText(names.device.lock, { exact: true }),
    lock: page.getByRole('button', { name: names.device.lockIt }),
    openUnlock: page.locator('summary').getByText(names.device.unlock, { exact: true }),
    unlock: page.getByRole('button', { name: names.device.unlockIt }),
    deleteCopy: page.getByRole('button', { name: names.device.deleteCopy }),
    openRemove: page.locator('summary').getByText(names.device.remove, { exact: true }),
    remove: page.getByRole('button', { name: names.device.removeIt }),
    password: page.getByLabel(names.proof.password, { exact: true }).filter({ visible: true }),
    /** What the latest action did. */
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }).first(),
    refusal: alertIn(page),
  };
}
