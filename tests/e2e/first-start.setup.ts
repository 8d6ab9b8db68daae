import { expect, test } from '@playwright/test';
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { templateDirectory } from '../support/databases/template';
import { addAccounts } from '../support/add-accounts';
import { ACCOUNTS, BOARD, STAFF_PER_ROLE } from './fixtures/accounts';
import { openSession } from './flows/open-session';

/** Hashes are compared at their own cost, and nobody guesses these. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

test('a first start makes database, secrets and demo accounts, and starts over one that was interrupted', async ({
  playwright,
}) => {
  const server = await Server.prepare();
  const half = join(server.dataDirectory, 'database.creating');
  try {
    mkdirSync(half, { recursive: true, mode: 0o700 });
    writeFileSync(join(half, 'PG_VERSION'), '');
    await server.launch();
    expect(existsSync(half)).toBe(false);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(server.output).toContain(server.url);
    expect(server.output).toContain('jane.doe');
    expect(statSync(join(server.dataDirectory, 'secrets.json')).mode & 0o777).toBe(0o600);

    const request = await playwright.request.newContext({ baseURL: server.url });
    await openSession({ request }, { userId: 'jane.doe', password: PASSWORD });
    await request.dispose();

    await server.stop();
    cpSync(server.dataDirectory, templateDirectory(), { recursive: true });
    const passwordHash = await new SlowHashes(CHEAP).hash(PASSWORD);
    await addAccounts(templateDirectory(), { people: ACCOUNTS, board: BOARD, staff: STAFF_PER_ROLE, passwordHash });
  } finally {
    await server.dispose();
  }
});
