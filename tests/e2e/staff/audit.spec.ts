import { PGlite } from '@electric-sql/pglite';
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { MINUTE } from '@/lib/shared/time/duration';
import { staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/isolated-test';
import { auditScreen } from '../screens/staff/audit-screen';

test('threat: a user exceeds their rights or changes a record: operator and auditor read who, which and how often', async ({
  page,
  server,
  account,
  phone,
  browser,
}) => {
  await openSession(page, account);
  const invitation = `/api/helpdesk/invitations/inv-${'0'.repeat(32)}/status?after=0`;
  const exported = '/api/audit/records?format=jsonl&from=2026-05-01&to=2026-05-04';
  for (const path of ['/helpdesk/audit', '/helpdesk/audit', exported, invitation]) await page.request.get(path);
  await addDevice(page, phone);
  const auditor = await browser.newPage({ baseURL: server.url });
  const { verify, verdict, records } = auditScreen(auditor);
  await openSession(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/audit');
  await verify.click();
  await expect(verdict).toContainText(/[1-9]\d* records, all intact/);
  await expect(verdict).toContainText(/[0-9a-f]{64}/);
  // Refusals are recorded when the quarter of an hour has ended that they are counted in.
  server.clock.advance(16 * MINUTE);
  await server.stop();
  const database = await PGlite.create({ dataDir: join(server.dataDirectory, 'database') });
  await expect(database.query("UPDATE audit_record SET type = 'signed-out'")).rejects.toThrow();
  await database.exec(`ALTER TABLE audit_record DISABLE TRIGGER ALL;
    UPDATE audit_record SET address = '203.0.113.9' WHERE sequence_number IN (3, 5);
    ALTER TABLE audit_record ENABLE TRIGGER ALL;`);
  await database.close();

  await server.launch();
  await openSession(auditor, staffAccount('auditor'));
  await auditor.goto('/helpdesk/audit');
  await verify.click();
  await expect(verdict).toContainText('record 3 was altered');
  await expect(auditor.getByText('Last verified')).toContainText('record 3 was altered');
  const refused = records.filter({ hasText: account.userId }).filter({ hasText: 'may not do' });
  await expect(refused).toHaveCount(3);
  await expect(refused.filter({ hasText: '2 times' })).toHaveCount(1);
  await auditor.close();
});
