import { expect, test } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { createPostgresqlDatabase } from '../support/create-postgresql-database';
import { Phone } from '../support/phone';
import { PASSWORD, Server } from '../support/server';
import { signIn } from './flows/sign-in';
import { startActivation } from './flows/start-activation';
import { activationScreen } from './screens/activation-screen';

const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'];

const hex = (bytes: number) => randomBytes(bytes).toString('hex');

if (databaseServer !== undefined) {
  test('a phone that talks to one replica wakes a page that another one holds', async ({ browser }) => {
    const env = {
      DATABASE_URL: await createPostgresqlDatabase(databaseServer),
      TESSERA_SESSION_SECRET: hex(32),
      TESSERA_DATA_KEYS: `k1:${hex(32)}`,
      GATEWAY_ID: hex(8).toUpperCase(),
      GATEWAY_FRONT_END_KEY: hex(32),
      GATEWAY_BACK_END_KEY: hex(32),
    };
    const first = await Server.start({ env });
    const second = await Server.start({ env });
    try {
      const page = await browser.newPage({ baseURL: first.url });
      await signIn(page, { userId: 'jane.doe', password: PASSWORD });
      await startActivation(page);
      // Nothing but the change notice can wake the page before the request it waits with ends after 25 s.
      const { code, output } = await new Phone(second.url).scan(page);
      expect(code, output).toBe(0);
      await expect(activationScreen(page).activated).toBeVisible({ timeout: 5_000 });

      await first.kill();
      const moved = await browser.newPage({ baseURL: second.url, storageState: await page.context().storageState() });
      await moved.goto('/');
      await expect(moved.getByText(/VDS\d{7}-1/)).toBeVisible();
      await moved.close();
      await page.close();
    } finally {
      await first.dispose();
      await second.dispose();
    }
  });
}
