import { expect, test } from '@playwright/test';
import { cpSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { templateDirectory } from '../support/databases/template';
import { addAccounts } from '../support/add-accounts';
import { ACCOUNTS, BOARD, STAFF_PER_ROLE } from './fixtures/accounts';
import { signIn } from './flows/sign-in';

/** Hashes are compared at their own cost, and nobody guesses these. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

test('a first start makes database, secrets and demo accounts', async ({ browser }) => {
  const server = await Server.start();
  try {
    expect(server.output).toContain(server.url);
    expect(server.output).toContain('jane.doe');
    expect(statSync(join(server.dataDirectory, 'secrets.json')).mode & 0o777).toBe(0o600);

    const page = await browser.newPage({ baseURL: server.url });
    await signIn(page, { userId: 'jane.doe', password: PASSWORD });
    await page.close();

    await server.stop();
    cpSync(server.dataDirectory, templateDirectory(), { recursive: true });
    const passwordHash = await new SlowHashes(CHEAP).hash(PASSWORD);
    await addAccounts(templateDirectory(), { people: ACCOUNTS, board: BOARD, staff: STAFF_PER_ROLE, passwordHash });
  } finally {
    await server.dispose();
  }
});
