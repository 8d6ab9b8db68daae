import type { Page } from '@playwright/test';

/** `/helpdesk/users/{userId}/reissue` */
export function reissueScreen(page: Page) {
  const consequences = page.getByRole('list', { name: 'When you send' });
  return {
    reason: page.getByLabel('Reason'),
    ticket: page.getByLabel('Ticket'),
    devices: page.getByRole('group', { name: 'Device this is about' }).getByRole('radio'),
    device: (name: string) => page.getByRole('radio', { name }),
    fate: page.getByLabel('What happens to it'),
    validFor: page.getByLabel('Valid for'),
    sendBy: page.getByLabel('Send by'),
    numberCalled: page.getByLabel('Number called'),
    documentEnd: page.getByLabel('Last four characters'),
    managerName: page.getByLabel('Name of the manager'),
    digits: page.getByLabel('Digits'),
    check: (name: string) => page.getByRole('group', { name }),
    askPhone: page.getByRole('button', { name: 'Send a check to their phone' }),
    askAgain: page.getByRole('button', { name: 'Send another check' }),
    numberForCaller: page.getByLabel('Number for the caller'),
    breakGlass: page.getByRole('checkbox', { name: 'Skip approval (emergency)' }),
    justification: page.getByLabel('Why it cannot wait'),
    points: page.locator('#caller-check-result'),
    consequences,
    toConfirm: page.getByRole('checkbox', { name: /^Yes, / }),
    send: page.getByRole('button', { name: 'Send invitation' }),
  };
}
