import { expect } from '@playwright/test';
import { listMails } from '@/lib/kit/server/mailbox';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { openSession } from '../flows/open-session';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { test } from '../fixtures/test';

test('users change their numbers and are notified by email, and the helpdesk calls no new one for a week', async ({
  page,
  browser,
  server,
  account,
}) => {
  await openSession(page, account);
  await page.goto('/profile');
  const numbers = page.getByLabel(names.contact.phoneNumbers);
  const save = page.getByRole('button', { name: names.contact.saveNumbers });
  await expect(numbers).toHaveValue(KNOWN_NUMBER);
  await numbers.fill('030 1234567');
  await save.click();
  await expect(alertIn(page)).toContainText('Enter one telephone number on each line');
  await numbers.fill('0049 (0)30 23125 009');
  await save.click();
  await expect(page.getByText('Numbers saved. We told you by email.')).toBeVisible();
  await expect(numbers).toHaveValue('+493023125009');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await expect
    .poll(() => listMails(server, `${account.userId}@example.org`).map(({ subject }) => subject))
    .toContain('Your telephone numbers were changed');

  const agent = await browser.newPage({ baseURL: server.url });
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  const calledBack = reissueScreen(agent).check(names.reissue.checks['call-back']);
  await expect(calledBack).toContainText('1 number does not count yet');
  await expect(reissueScreen(agent).numberCalled).toBeHidden();
  await agent.close();
});

test('an administrator sets a user’s numbers and manager, and a manager without an account is refused', async ({
  page,
  server,
}) => {
  const { userId } = nextAccount(server);
  await openSession(page, staffAccount('administrator'));
  await page.goto(`/helpdesk/users/${userId}`);
  const manager = page.getByLabel(names.contact.manager);
  const save = page.getByRole('button', { name: names.contact.saveContacts });
  await manager.fill('nobody.at.all');
  await save.click();
  await expect(page.getByText('Enter the user ID of somebody else who has an account.')).toBeVisible();
  await manager.fill('jane.doe');
  await page.getByLabel(names.contact.phoneNumbers).fill(`${KNOWN_NUMBER}\n+32 2 555 12 12`);
  await save.click();
  await expect(page.getByText('Saved. What is new counts in a week')).toBeVisible();
  await expect(manager).toHaveValue('jane.doe');
  await expect(page.getByLabel(names.contact.phoneNumbers)).toHaveValue(`${KNOWN_NUMBER}\n+3225551212`);
  expect(await findAccessibilityViolations(page)).toEqual([]);
});
