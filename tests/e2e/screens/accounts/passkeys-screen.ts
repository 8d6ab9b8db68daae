import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../../support/browser/alert-in';

/** The part of `/profile` about passkeys, and the ways to use one elsewhere. */
export function passkeysScreen(page: Page) {
  const list = page.getByRole('list', { name: names.passkeys.passkeys });
  return {
    rows: list.getByRole('listitem'),
    row: (name: string) => list.getByRole('listitem').filter({ hasText: name }),
    /** Of the one to add; below those of the list. */
    name: page.getByLabel(names.passkeys.name).last(),
    add: page.getByRole('button', { name: names.passkeys.add }),
    openRename: (name: string) =>
      list.getByRole('listitem').filter({ hasText: name }).locator('summary', { hasText: names.passkeys.rename }),
    openRemove: (name: string) =>
      list.getByRole('listitem').filter({ hasText: name }).locator('summary', { hasText: names.passkeys.remove }),
    newName: list.getByLabel(names.passkeys.name).filter({ visible: true }),
    save: list.getByRole('button', { name: names.passkeys.saveName }),
    remove: list.getByRole('button', { name: names.passkeys.removeIt }),
    use: page.getByRole('button', { name: names.signIn.withPasskey }),
    openTurnOff: page.locator('summary', { hasText: names.passkeys.turnPasswordOff }),
    turnOff: page.getByRole('button', { name: names.passkeys.turnItOff }),
    setPassword: page.getByRole('button', { name: names.password.set }),
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }),
    refusal: alertIn(page),
  };
}
