import type { Page } from '@playwright/test';

/** `/helpdesk/users/{userId}/reissue` */
export function reissueScreen(page: Page) {
  return {
    reason: page.getByLabel('Reason'),
    ticket: page.getByLabel('Ticket'),
    oldDevice: page.getByLabel('Old device'),
    validFor: page.getByLabel('Valid for'),
    deliverBy: page.getByLabel('Deliver by'),
    callBack: page.getByRole('checkbox', { name: 'Called back on a known number' }),
    numberCalled: page.getByLabel('Number called'),
    document: page.getByRole('checkbox', { name: 'Last characters of an identity document' }),
    documentEnd: page.getByLabel('Last four characters'),
    manager: page.getByRole('checkbox', { name: 'Confirmed by a manager' }),
    managerName: page.getByLabel('Name of the manager'),
    oneTimePassword: page.getByRole('checkbox', { name: 'One-time password from another device' }),
    digits: page.getByLabel('Digits'),
    askPhone: page.getByRole('button', { name: 'Ask the caller’s phone' }),
    askAgain: page.getByRole('button', { name: 'Ask again' }),
    numberForCaller: page.getByLabel('Number for the caller'),
    breakGlass: page.getByRole('checkbox', { name: 'Go on without a second person' }),
    justification: page.getByLabel('Why it cannot wait'),
    points: page.getByText(/\d of \d points/),
    send: page.getByRole('button', { name: 'Send invitation' }),
  };
}
