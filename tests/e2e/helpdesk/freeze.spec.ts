import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { names } from '@/lib/shared/names';
import { test } from '../fixtures/test';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { signIn } from '../flows/sign-in';
import { signInScreen } from '../screens/accounts/sign-in-screen';

test('a person freezes everything with one press, and two of the helpdesk lift it after a caller check', async ({
  page,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'My phone');
  await page.goto('/profile');
  await page.locator('summary').getByText('Freeze everything').click();
  await page.getByRole('button', { name: 'Freeze my account' }).click();
  await expect(page).toHaveURL(/\/frozen$/);
  await expect(page.getByRole('heading', { name: names.lostPhone.frozen })).toBeVisible();
  const reference = await page.getByText(/^case-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await page.getByRole('button', { name: names.lostPhone.done }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  const entrance = signInScreen(page);
  await entrance.userId.fill(account.userId);
  await entrance.password.fill(account.password);
  await entrance.signIn.click();
  await expect(entrance.refusal).toContainText('This account is frozen, so nobody can sign in.');

  const agent = await browser.newPage({ baseURL: server.url });
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk?q=${reference}`);
  await expect(agent.getByRole('table', { name: names.findUser.users })).toContainText(account.userId);
  await agent.goto(`/helpdesk/users/${account.userId}`);
  await expect(agent.getByText('This account is frozen')).toBeVisible();
  await expect(agent.getByRole('list', { name: 'Devices' })).toContainText('Locked because the account is frozen.');
  await agent.locator('summary').getByText('Ask to unfreeze').click();
  await agent.locator('form', { hasText: 'Ask a second person' }).getByLabel('Ticket').fill('T-9');
  await agent.getByLabel('Call-back number').fill('+32 2 555 12 12');
  await agent.getByLabel('Manager who vouched, in full').fill('Max Poe');
  await agent.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(agent.getByText(/asked to unfreeze it\.$/)).toBeVisible();
  expect(await findAccessibilityViolations(agent)).toEqual([]);

  const approver = await browser.newPage({ baseURL: server.url });
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  const frozen = approver.getByRole('list', { name: 'Frozen accounts' }).getByRole('listitem');
  const request = frozen.filter({ hasText: account.userId });
  await expect(request).toContainText('Max Poe');
  expect(await findAccessibilityViolations(approver)).toEqual([]);
  await request.getByRole('button', { name: 'Approve' }).click();
  await expect(request).toHaveCount(0);

  await signIn(page, account);
  await expect(page.getByRole('main')).toContainText('My phone');
  await expect(page.getByRole('main')).not.toContainText('Locked');
  await agent.close();
  await approver.close();
});
