import type { Page } from '@playwright/test';

/** `/helpdesk/users/{userId}` */
export function userScreen(page: Page) {
  const devices = page.getByRole('list', { name: 'Devices' }).getByRole('listitem');
  return {
    reissue: page.getByRole('button', { name: 'Re-issue activation' }),
    devices,
    lock: devices.getByText(/^Lock /),
    lockThis: page.getByRole('button', { name: /^Yes, lock / }),
    undoLock: page.getByRole('button', { name: /^Undo the lock/ }),
    signOutEverywhere: page.locator('summary').filter({ hasText: 'Sign out everywhere' }),
    signThemOut: page.getByRole('button', { name: 'Yes, sign them out' }),
    remove: devices.getByText(/^Remove /),
    requestRemoval: page.getByRole('button', { name: /^Request removal/ }),
    ticket: page.getByRole('textbox', { name: 'Ticket' }),
    couldConfirm: page.getByRole('group').filter({ hasText: 'What this person could confirm now' }),
    activity: page.getByRole('region', { name: 'Recent activity' }),
  };
}
