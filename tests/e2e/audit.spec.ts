import { PGlite } from '@electric-sql/pglite';
import { expect } from '@playwright/test';
import { join } from 'node:path';
import { runCommand } from '../support/run-command';
import { activateDevice } from './flows/activate-device';
import { signIn } from './flows/sign-in';
import { test } from './isolated-test';

test('the records of an activation form a chain, and a changed one is named', async ({
  page,
  server,
  account,
  phone,
}) => {
  await signIn(page, account);
  await activateDevice(page, phone);
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
});
