import { expect } from '@playwright/test';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { staffAccount } from '../fixtures/accounts';
import { ownPhone } from '../flows/own-phone';
import { createInvitation } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { test } from '../fixtures/test';

test('a one-time password of another device counts, a wrong one does not, and a lost device proves nothing', async ({
  page,
  server,
  phone,
}) => {
  const { userId } = await ownPhone(server, phone);
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto(`/helpdesk/users/${userId}/reissue`);
  const form = reissueScreen(page);
  await form.reason.selectOption('Lost');
  await expect(form.fate).toHaveValue('lock');
  await expect(form.digits).toBeHidden();
  await form.reason.selectOption('New phone');
  await expect(form.fate).toHaveValue('keep');
  await form.ticket.fill('T-8');
  await form.digits.fill('000000');
  await expect(form.points).toHaveText('Enough.');
  await form.send.click();
  await expect(alertIn(page)).toContainText('That one-time password didn’t work');
  await expect(form.ticket).toHaveValue('T-8');
  await form.fate.selectOption('Nothing');
  await form.digits.fill(await phone.oneTimePassword());
  await form.send.click();
  await expect(page).toHaveURL(/\/helpdesk\/invitations\/inv-/);
});

test('the server explains an incomplete note without script, keeps the form, and asks a second person', async ({
  page: signedIn,
  browser,
  server,
  account,
}) => {
  await openSession(signedIn, staffAccount('helpdesk-agent'));
  const storageState = await signedIn.context().storageState();
  const page = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false, storageState });
  await page.goto(`/helpdesk/users/${account.userId}/reissue`);
  const form = reissueScreen(page);
  await form.reason.selectOption('Other');
  await page.getByLabel('What happened').fill('Fell into the canal');
  await form.ticket.fill('T-9');
  await form.numberCalled.selectOption(KNOWN_NUMBER);
  await form.documentEnd.fill('X4');
  await form.send.click();
  await expect(alertIn(page)).toContainText('That is too short. Enter all of it.');
  await expect(form.ticket).toHaveValue('T-9');
  await expect(form.numberCalled).toHaveValue(KNOWN_NUMBER);
  await form.documentEnd.fill('X4F2');
  await form.send.click();
  await expect(page).toHaveURL(/\/helpdesk\/invitations\/inv-/);
  await expect(page.getByRole('heading', { name: 'Awaiting approval' })).toBeVisible();
  await page.close();
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the pages of a user and of an invitation pass the accessibility audit on a small phone', async ({
    page,
    account,
  }) => {
    await openSession(page, staffAccount('helpdesk-agent'));
    const invitation = await createInvitation(page, account.userId);
    const user = `/helpdesk/users/${account.userId}`;
    for (const path of ['/helpdesk?q=person', user, `${user}/reissue`, invitation, '/helpdesk/invitations']) {
      await page.goto(path);
      expect.soft(await findAccessibilityViolations(page), path).toEqual([]);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(await overflow(), path).toBe(0);
    }
  });
});
