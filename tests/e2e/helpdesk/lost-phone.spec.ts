import { expect, type Page } from '@playwright/test';
import { Phone } from '../../support/phones/phone';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { findUserScreen } from '../screens/staff/find-user-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { userScreen } from '../screens/staff/user-screen';
import { test } from '../fixtures/test';

/** What a trained agent needs for a lost phone. */
const [MOST_INTERACTIONS, MOST_SECONDS] = [5, 60];

test('a lost phone of two is locked and replaced in few steps, and a wrong lock is undone', async ({
  page: agent,
  browser,
  server,
  account,
  phone,
  line,
}) => {
  const other = new Phone(line.url);
  const owner = await browser.newPage({ baseURL: server.url });
  await openSession(owner, account);
  await addDevice(owner, phone, 'Pixel 9');
  await addDevice(owner, other, 'Tablet');
  await owner.close();

  await openSession(agent, staffAccount('helpdesk-agent'));
  const form = reissueScreen(agent);
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  await form.reason.selectOption('Lost');
  await expect(form.devices).toHaveCount(3);
  for (const device of await form.devices.all()) await expect(device).not.toBeChecked();
  await expect(form.consequences).toContainText('Choose the device this is about');
  await expect(form.fate).toBeHidden();

  await agent.goto('/helpdesk');
  const since = Date.now();
  let interactions = 0;
  const step = async (interaction: Promise<unknown>): Promise<void> => {
    interactions += 1;
    await interaction;
  };
  const find = findUserScreen(agent);
  // It finds while they type, and whom it finds by the whole user ID opens by itself.
  await step(find.search.fill(account.userId));
  await step(userScreen(agent).lost('Pixel 9').click());
  await expect(form.send).toBeVisible();
  await expect(form.reason).toHaveValue('lost');
  await step(form.ticket.fill('T-1'));
  await step(form.digits.fill(await other.oneTimePassword()));
  await expect(form.consequences).toContainText('Pixel 9 is locked now. You can undo that for 15 minutes');
  await expect(form.consequences).toContainText('Sends an email to p…@example.org.');
  await step(form.send.click());
  await expect(invitationScreen(agent).heading('New activation sent')).toBeVisible();
  const seconds = (Date.now() - since) / 1_000;
  console.log(`lost phone: ${interactions} interactions, ${seconds.toFixed(1)} s`);
  expect(interactions).toBeLessThanOrEqual(MOST_INTERACTIONS);
  expect(seconds).toBeLessThan(MOST_SECONDS);

  await agent.goto(`/helpdesk/users/${account.userId}`);
  const user = userScreen(agent);
  await expect(agent).toHaveTitle(/^Person \d+ · Users/);
  const pixel = user.devices.filter({ hasText: 'Pixel 9' });
  await expect(pixel).toContainText('Locked');
  await expect(user.devices.filter({ hasText: 'Tablet' })).toContainText('Active');
  await user.undoLock.click();
  await expect(said(agent)).toHaveText('Pixel 9 is unlocked again.');
  await expect(pixel).toContainText('Active');
  await expect(user.undoLock).toBeHidden();
});

test('the keyboard alone re-issues an activation, and the focus is never lost', async ({ page: agent, account }) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  const form = reissueScreen(agent);
  const { keyboard } = agent;
  await form.reason.focus();
  await keyboard.type('New');
  await expect(form.reason).toHaveValue('new-phone');
  const walk = [
    [form.ticket, 'T-2'],
    [form.numberCalled, KNOWN_NUMBER.slice(0, 4)],
    [form.requestManagerAnswer, ''],
    [form.documentEnd, 'X4F2'],
    [form.sendBy, ''],
    [form.validFor, ''],
  ] as const;
  for (const [field, text] of walk) {
    await keyboard.press('Tab');
    await expect(field).toBeFocused();
    await keyboard.type(text);
  }
  await keyboard.press('Tab');
  await expect(form.send).toBeFocused();
  await keyboard.press('Enter');
  const invitation = invitationScreen(agent);
  await expect(invitation.heading('New activation sent')).toBeVisible();
  await expect(invitation.heading('New activation sent')).toBeFocused();

  await invitation.askToRevoke.focus();
  await keyboard.press('Enter');
  await expect(agent.locator(':focus')).toContainText('The link stops working immediately');
  await keyboard.press('Tab');
  await expect(invitation.revoke).toBeFocused();
  await keyboard.press('Enter');
  await expectFocusOn(agent, 'Invitation revoked.');
  await invitation.sendAgain.click();
  await expect(form.ticket).toHaveValue('T-2');
  await expect(form.reason).toHaveValue('new-phone');
  await expect(form.numberCalled).toHaveValue('');
});

/** What the latest action did. */
function said(page: Page) {
  return page.getByRole('main').getByRole('status').first();
}

/** What happens meanwhile is said behind it. */
async function expectFocusOn(page: Page, words: string): Promise<void> {
  await expect(said(page)).toContainText(words);
  await expect(page.locator(':focus')).toContainText(words);
}
