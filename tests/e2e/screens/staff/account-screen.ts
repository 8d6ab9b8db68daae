import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** What administrators have of `/helpdesk/users/{userId}`. */
export function accountScreen(page: Page) {
  const role = (name: string) =>
    page.getByRole('list', { name: names.account.roles }).getByRole('listitem').filter({ hasText: name });
  return {
    state: page.getByRole('term').filter({ hasText: names.account.signIn }).locator('..'),
    sendLink: page.getByRole('button', { name: names.account.sendLink }),
    disable: page.locator('summary').filter({ hasText: names.account.disable }),
    disableIt: page.getByRole('button', { name: names.account.disableIt }),
    enable: page.getByRole('button', { name: names.account.enable }),
    role,
    request: (roleName: string) => page.getByRole('button', { name: names.account.requestRole(roleName) }),
    takeAway: (roleName: string) => page.getByRole('button', { name: names.account.takeRole(roleName) }),
    name: page.getByLabel(names.account.name, { exact: true }),
    addresses: page.getByLabel(names.account.addresses),
    save: page.getByRole('button', { name: names.account.saveDetails }),
    sessions: page.getByRole('list', { name: names.account.sessions }).getByRole('listitem'),
    signOutEverywhere: page.getByRole('button', { name: names.account.signOutEverywhere }),
    remove: page.locator('summary').filter({ hasText: names.account.delete }),
    removeIt: page.getByRole('button', { name: namePattern(names.account.deleteIt) }),
  };
}
