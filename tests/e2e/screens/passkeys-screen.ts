import type { Page } from '@playwright/test';
import { refusal } from './refusal';

/** The part of `/profile` about passkeys, and the ways to use one elsewhere. */
export function passkeysScreen(page: Page) {
  const list = page.getByRole('list', { name: 'Passkeys' });
  return {
    rows: list.getByRole('listitem'),
    row: (name: string) => list.getByRole('listitem').filter({ hasText: name }),
    /** Of the one to add; below those of the list. */
    name: page.getByLabel('Name of the passkey').last(),
    add: page.getByRole('button', { name: 'Add a passkey' }),
    openRename: (name: string) =>
      list
        .getByRole('listitem')
        .filter({ hasText: name })
        .locator('summary', { hasText: /^Rename/ }),
    openRemove: (name: string) =>
      list
        .getByRole('listitem')
        .filter({ hasText: name })
        .locator('summary', { hasText: /^Remove/ }),
    newName: list.getByLabel('Name of the passkey').filter({ visible: true }),
    save: list.getByRole('button', { name: 'Save name' }),
    remove: list.getByRole('button', { name: 'Remove this passkey' }),
    use: page.getByRole('button', { name: 'Use a passkey' }),
    openTurnOff: page.locator('summary', { hasText: 'Turn my password off' }),
    turnOff: page.getByRole('button', { name: 'Turn it off' }),
    setPassword: page.getByRole('button', { name: 'Set password' }),
    feedback: page.getByRole('main').getByRole('status').filter({ hasText: /./ }),
    refusal: refusal(page),
  };
}
