import type { Page } from '@playwright/test';

/** `/helpdesk/users/{userId}` */
export function userScreen(page: Page) {
  const devices = page.getByRole('list', { name: 'Devices' }).getByRole('listitem');
  return {
    reissue: page.getByRole('button', { name: 'Re-issue activation' }),
    devices,
    lock: devices.getByText('Lock', { exact: true }),
    lockThis: page.getByRole('button', { name: 'Lock this device' }),
    remove: devices.getByText('Remove', { exact: true }),
    askForRemoval: page.getByRole('button', { name: 'Ask for removal' }),
    ticket: page.getByRole('textbox', { name: 'Ticket' }),
    activity: page.getByRole('region', { name: 'Recent activity' }),
  };
}
