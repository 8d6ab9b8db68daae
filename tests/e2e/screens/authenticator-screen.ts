import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** `/authenticators/{id}` */
export function authenticatorScreen(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    oneTimePassword: page.getByLabel('One-time password'),
    testLogin: page.getByRole('button', { name: 'Test login' }),
    verdict: page.getByRole('status').and(page.locator('form:has([name=oneTimePassword]) *')),
    loginWorks: page.getByRole('status', { name: 'Login works' }),
    openRename: page.getByText('Rename', { exact: true }),
    name: page.getByLabel('Device name'),
    rename: page.getByRole('button', { name: 'Save name' }),
    openLock: page.getByText('Lock', { exact: true }),
    lock: page.getByRole('button', { name: 'Lock this device' }),
    openUnlock: page.getByText('Unlock', { exact: true }),
    unlock: page.getByRole('button', { name: 'Unlock this device' }),
    openRemove: page.getByText('Remove', { exact: true }),
    remove: page.getByRole('button', { name: 'Remove this device' }),
    password: page.getByLabel('Password', { exact: true }).filter({ visible: true }),
    refusal: refusal(page),
  };
}
