import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { activateWithNotifications, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { typeNumber } from '../flows/scan-sign-in';
import { openSession } from '../flows/open-session';
import { signOut } from '../flows/sign-out';
import { test } from '../fixtures/test';
import { phoneApp } from '../screens/phone-app';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { userScreen } from '../screens/staff/user-screen';

test.use({ isAppKept: true });

test('a check that the person’s page sends goes along to the form, and the story of the activation to the ticket', async ({
  page,
  account,
  phonePage,
  signInPage: agent,
}) => {
  await activateWithNotifications(page, account, phonePage);
  await phonePage.reload();
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}`);
  const [user, form, app] = [userScreen(agent), reissueScreen(agent), phoneApp(phonePage)];
  await expect(user.firstStep).toContainText('Their device works: nothing has gone wrong today.');
  await expect(user.firstStep).toContainText('Send a check to');
  await form.askPhone.click();
  const number = (await form.numberForCaller.textContent()) ?? '';
  await app.openRequest.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.agentWords).toHaveText((await form.wordsForCaller.textContent()) ?? '');
  await typeNumber(phonePage, number);
  await expect(user.firstStep).toContainText('Confirmed by the caller');
  expect(await findAccessibilityViolations(agent)).toEqual([]);

  await agent.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await user.activity.getByText('Details').first().click();
  await user.copyStory.first().click();
  await expect
    .poll(() => agent.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/Image shown\n.*UTC {2}\+\d+ s {2}Image scanned by a phone\n/);

  await user.reissue.click();
  await form.reason.selectOption('New phone');
  await expect(form.points).toHaveText('Enough.');
  await form.ticket.fill('T-77');
  await form.send.click();
  await expect(agent.getByRole('heading', { name: 'New activation sent' })).toBeFocused();
});

test('threat: a stranger reads what staff left open: a page hides once another tab has signed out', async ({
  page,
  account,
}) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto(`/helpdesk/users/${account.userId}/reissue`);
  await expect(page.getByRole('heading', { name: names.user.reissue })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/helpdesk');
  await signOut(other);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(account.userId)).toHaveCount(0);
});
