import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';
import { payloadOfLink } from '../../support/phones/payload-of-link';
import { alertIn } from '../../support/browser/alert-in';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { expectActive, openActivation, requestActivation } from '../flows/request-activation';
import { auditScreen } from '../screens/staff/audit-screen';
import { numbersScreen } from '../screens/staff/statistics-screen';
import { test } from '../fixtures/test';

test('the funnel counts an activation at every step, and who waits is seen by who may help', async ({
  page,
  account,
  phone,
  browser,
  server,
}) => {
  await openSession(page, account);
  await addDevice(page, phone);
  const staff = await browser.newPage({ baseURL: server.url });
  const screen = numbersScreen(staff);
  await openSession(staff, staffAccount('helpdesk-agent'));
  await staff.goto('/helpdesk/numbers');
  const names = ['Started', 'Image shown', 'Scanned', 'Verified', 'Linked', 'Active'];
  const counts = async () => Promise.all(names.map((name) => screen.countAt(name)));
  const before = await counts();
  await expect(screen.chart).toHaveAccessibleName(
    `Activation funnel: ${names.map((name, index) => `${name} ${before[index]}`).join(', ')}`,
  );

  const waiting = nextAccount(server);
  await page.context().clearCookies();
  await openSession(page, waiting);
  await openActivation(page);
  await readCredentials(page);
  await staff.reload();
  expect(await counts()).toEqual(before.map((count, index) => (index < 2 ? count + 1 : count)));
  await expect(screen.waiting.filter({ hasText: waiting.userId })).toContainText('In progress');

  await phone.scan(page);
  await staff.reload();
  expect(await counts()).toEqual(before.map((count) => count + 1));
  await expect(screen.waiting.filter({ hasText: waiting.userId })).toHaveCount(0);
  await screen.period('90 days').click();
  await expect(screen.period('90 days')).toHaveAttribute('aria-current');
  expect(await screen.countAt('Active')).toBeGreaterThanOrEqual((before.at(-1) ?? 0) + 1);
  await staff.close();
});

test('the exports parse, hold no credentials, and are recorded', async ({ page, account, phone, browser, server }) => {
  await openSession(page, account);
  const { id, link } = await requestActivation(page);
  const [registrationIdentifier = '', activationPassword = ''] = payloadOfLink(link).split(';').slice(4, 6);
  await phone.openLink(link);
  await expectActive(page, id);
  const auditor = await browser.newPage({ baseURL: server.url });
  await openSession(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/numbers');
  const { exportCsv, exportJsonLines } = numbersScreen(auditor);

  const csv = await save(auditor, () => exportCsv.click());
  expect(csv.name).toMatch(/^tessera-activations-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
  const [header = '', ...rows] = csv.text.trimEnd().split('\r\n');
  const own = rows.map((row) => row.split(',')).find((cells) => cells.includes(account.userId));
  expect(own).toHaveLength(header.split(',').length);
  expect(own?.[header.split(',').indexOf('state')]).toBe('active');

  const lines = await save(auditor, () => exportJsonLines.click());
  const objects = lines.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(objects.find(({ userId }) => userId === account.userId)).toMatchObject({ state: 'active', reason: null });
  expect(objects).toHaveLength(rows.length);

  await auditor.goto('/helpdesk/audit');
  const records = await save(auditor, () => auditScreen(auditor).exportJsonLines.click());
  for (const secret of [registrationIdentifier, activationPassword]) {
    expect(secret).not.toBe('');
    expect(csv.text + lines.text + records.text).not.toContain(secret);
  }
  const types = records.text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: { type: string } }).event.type);
  expect(types.filter((type) => type.endsWith('-exported')).slice(-3)).toEqual([
    'activations-exported',
    'activations-exported',
    'audit-log-exported',
  ]);
  await auditor.close();
});

async function save(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the audit log is filtered by person, event and actor', async ({ page, account, browser, server }) => {
  await openSession(page, account);
  const auditor = await browser.newPage({ baseURL: server.url });
  await openSession(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/audit');
  const screen = auditScreen(auditor);

  await screen.aboutUser.fill(account.userId.toUpperCase());
  await screen.show.click();
  await expect(screen.records).toHaveCount(1);
  await expect(screen.records).toContainText('Signed in');
  await screen.records.getByText(/^Record \d/).click();
  await expect(screen.records).toContainText('sign-in-succeeded');
  await expect(screen.records).toContainText('127.0.0.1');
  await expect(screen.records).toContainText('Correlation ID');

  await expect(auditor.getByRole('region', { name: 'Records' })).toContainText('Records 1');
  const correlationId = await screen.records.locator('dd').nth(5).textContent();
  await screen.search.fill(correlationId ?? '');
  await screen.show.click();
  await expect(screen.filters).toHaveText([
    `Remove filter Search: ${correlationId}`,
    `Remove filter About user: ${account.userId}`,
  ]);
  await screen.filters.first().click();
  await expect(screen.filters).toHaveCount(1);
  await expect(screen.search).toHaveValue('');

  await screen.event.selectOption('Device activated');
  await screen.show.click();
  await expect(auditor.getByRole('heading', { name: 'No records' })).toBeVisible();
  await screen.event.selectOption('Any');
  await screen.aboutUser.fill('');
  await screen.doneBy.fill(account.userId);
  await screen.show.click();
  await expect(screen.records).toHaveCount(1);

  await auditor.goto('/helpdesk/audit?from=2026-05-04&to=2020-01-01');
  await expect(alertIn(auditor).filter({ hasText: 'could not be used' })).toBeVisible();
  await auditor.close();
});
