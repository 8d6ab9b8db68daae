import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/authenticators/{id}` */
export function authenticatorScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    oneTimePassword: page.getByLabel('One-time password'),
    testLogin: page.getByRole('button', { name: 'Try it out' }),
    verdict: page.locator('form:has([name=oneTimePassword])').getByRole('alert'),
    loginWorks: page.getByRole('status', { name: 'Sign-in works' }),
    openRename: page.locator('summary').getByText('Rename', { exact: true }),
    name: page.getByLabel('Device name'),
    rename: page.getByRole('button', { name: 'Save name' }),
    openLock: page.locator('summary').getByText('Lock', { exact: true }),
    lock: page.getByRole('button', { name: 'Lock this device' }),
    openUnlock: page.locator('summary').getByText('Unlock', { exact: true }),
    unlock: page.getByRole('button', { name: 'Unlock this device' }),
    openRemove: page.locator('summary').getByText('Remove', { exact: true }),
    remove: page.getByRole('button', { name: 'Remove this device' }),
    password: page.getByLabel('Password', { exact: true }).filter({ visible: true }),
    /** What the latest action did. */
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }),
    refusal: refusal(page),
  };
}
