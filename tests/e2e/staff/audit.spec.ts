import { PGlite } from '@electric-sql/pglite';
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { MINUTE } from '@/lib/shared/time/duration';
import { runCommand } from '../../support/servers/run-command';
import { staffAccount } from '../fixtures/accounts';
import { activateDevice } from '../flows/activate-device';
import { openSession } from '../flows/open-session';
import { signInAsStaff } from '../flows/sign-in';
import { test } from '../fixtures/isolated-test';
import { auditScreen } from '../screens/audit-screen';

test('the records of an activation form a chain, and a changed one is named, to operator and auditor', async ({
  page,
  server,
  account,
  phone,
  browser,
}) => {
  await openSession(page, account);
  await activateDevice(page, phone);
  const auditor = await browser.newPage({ baseURL: server.url });
  const { verify, verdict } = auditScreen(auditor);
  await openSession(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/audit');
  await verify.click();
  await expect(verdict).toContainText(/[1-9]\d* records, all intact/);
  await expect(verdict).toContainText(/[0-9a-f]{64}/);
  await server.stop();
  const env = { TESSERA_DATA_DIR: server.dataDirectory };

  const whole = await runCommand('audit-verify', [], { env });
  expect(whole.code, whole.output).toBe(0);

  const database = await PGlite.create({ dataDir: join(server.dataDirectory, 'database') });
  await expect(database.query("UPDATE audit_record SET type = 'signed-out'")).rejects.toThrow();
  await database.exec(`ALTER TABLE audit_record DISABLE TRIGGER ALL;
    UPDATE audit_record SET address = '203.0.113.9' WHERE sequence_number IN (3, 5);
    ALTER TABLE audit_record ENABLE TRIGGER ALL;`);
  await database.close();

  const broken = await runCommand('audit-verify', [], { env });
  expect(broken.code).toBe(1);
  expect(broken.output).toMatch(/\b3\b/);

  await server.launch();
  await auditor.reload();
  await verify.click();
  await expect(verdict).toContainText('record 3 was altered');
  await expect(auditor.getByText('Last verified')).toContainText('record 3 was altered');
  await auditor.close();
});

test('threat: somebody reaches for what they may not: the auditor reads who it was, for what, and how often', async ({
  page,
  server,
  account,
  browser,
}) => {
  await openSession(page, account);
  const invitation = `/api/helpdesk/invitations/inv-${'0'.repeat(32)}/status?after=0`;
  const records = '/api/audit/records?format=jsonl&from=2026-05-01&to=2026-05-04';
  for (const path of ['/helpdesk/audit', '/helpdesk/audit', records, invitation]) await page.goto(path);
  // Recorded when the quarter of an hour has ended that it is counted in.
  server.clock.advance(16 * MINUTE);
  await server.restart();
  const auditor = await browser.newPage({ baseURL: server.url });
  await signInAsStaff(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/audit');
  const refused = auditScreen(auditor).records.filter({ hasText: account.userId }).filter({ hasText: 'may not do' });
  await expect(refused).toHaveCount(3);
  await expect(refused.filter({ hasText: '2 times' })).toHaveCount(1);
  await auditor.close();
});
