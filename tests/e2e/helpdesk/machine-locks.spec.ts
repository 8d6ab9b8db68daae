import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { apiClient } from '@/lib/kit/api/client';
import { names } from '@/lib/shared/names';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { addDevice } from '../flows/add-device';
import { makeServiceAccount } from '../flows/make-service-account';
import { openSession } from '../flows/open-session';

test('a device that a system locked works again once an agent asks and an approver agrees', async ({
  page,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'My phone');

  const [administrator, approver, agent] = await Promise.all(
    ['administrator', 'approver', 'agent'].map(() => browser.newPage({ baseURL: server.url })),
  );
  if (!administrator || !approver || !agent) throw new TypeError('no pages');
  const scopes = ['Read people and their devices', 'Lock devices'];
  const { key } = await makeServiceAccount(administrator, approver, { name: 'Fraud desk', scopes });
  const call = apiClient({ url: server.url, key });
  const { userId } = account;
  const { body } = await call('GET', '/people/{userId}/devices', { path: { userId } });
  const deviceId = body.devices[0]?.id ?? '';
  const lock = { path: { userId, deviceId }, body: { state: 'locked' }, headers: { 'if-match': '*' } } as const;
  expect((await call('PATCH', '/people/{userId}/devices/{deviceId}', lock)).status).toBe(200);

  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${userId}`);
  await agent.locator('summary').getByText(names.user.unlock('My phone')).click();
  const form = agent.locator('form', { hasText: 'Ask a second person to unlock' });
  await form.getByLabel('Ticket').fill('INC-12');
  expect(await findAccessibilityViolations(agent)).toEqual([]);
  await form.getByRole('button').click();
  await expect(agent.getByText('Unlocking of My phone requested.')).toBeVisible();

  await approver.goto('/helpdesk/approvals');
  const waiting = approver.getByRole('list', { name: names.approvals.changes }).getByRole('listitem');
  const request = waiting.filter({ hasText: userId });
  await expect(request).toContainText('Unlock My phone of ');
  await expect(request).toContainText('INC-12');
  expect(await findAccessibilityViolations(approver)).toEqual([]);
  await request.getByRole('button', { name: names.approvals.approve }).click();
  await expect(request).toHaveCount(0);

  await page.goto('/');
  await expect(page.getByRole('main')).toContainText('My phone');
  await expect(page.getByRole('main')).not.toContainText('Locked');
});
