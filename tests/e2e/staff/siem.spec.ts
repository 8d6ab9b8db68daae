import { expect } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { TestSiem } from '../../support/servers/test-siem';
import { staffAccount } from '../fixtures/accounts';
import { test as isolated } from '../fixtures/isolated-test';
import { openSession } from '../flows/open-session';

const { operation } = names;

const test = isolated.extend<{ siem: TestSiem }>({
  siem: async ({ template: _template }, use) => {
    const siem = await TestSiem.start();
    await use(siem);
    siem.stop();
  },
  server: async ({ template, siem }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-siem-'));
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, siem.authority.cert);
    const env = { TESSERA_SIEM: `localhost:${siem.port}`, TESSERA_SIEM_CA_FILE: authority };
    const server = await Server.start({ template, env });
    await use(server);
    await server.dispose();
    rmSync(folder, { recursive: true });
  },
});

test('an administrator sees how the forwarding is, tests it, and sends the history again', async ({ page, siem }) => {
  const types = () => siem.messages.map((message) => message.split(' ')[5]);
  await openSession(page, staffAccount('administrator'));
  await page.goto('/helpdesk/status');
  const part = page
    .getByRole('list', { name: operation.parts })
    .getByRole('listitem')
    .filter({ hasText: operation.siem });
  const tryIt = page.getByRole('button', { name: operation.testForwarding });
  await expect(part).toContainText(`localhost:${siem.port}`);
  await expect(part).toContainText('Works');
  await expect.poll(types).toContain('sign-in-succeeded');
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await tryIt.click();
  await expect(page.getByText('The record was taken over.')).toBeVisible();
  await expect.poll(types).toContain('audit-forwarding-tested');

  siem.stop();
  await page.reload();
  await tryIt.click();
  await expect(page.getByText('The record was not taken over.')).toBeVisible();
  // The record of that test is forwarded too, and fails.
  await expect(async () => {
    await page.reload();
    await expect(part).toContainText('Doesn’t work', { timeout: 1_000 });
  }).toPass();
  await expect(part).toContainText('It can’t be reached.');
  await expect(part).toContainText('1 waiting');

  await siem.back();
  siem.messages.length = 0;
  await page.getByLabel(operation.historyFrom).fill('2026-01-01');
  await page.getByRole('button', { name: operation.sendHistory }).click();
  await expect(page.getByText('The history is being sent again.')).toBeVisible();
  await expect.poll(types).toContain('audit-history-resent');
  expect(siem.numbers[0]).toBe(1);
  await page.reload();
  await expect(part).toContainText('Works');
});
