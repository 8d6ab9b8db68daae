import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { Client } from 'pg';
import { Phone } from '../../support/phones/phone';
import { postgresqlEnvironment } from '../../support/databases/postgresql-environment';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'];

if (databaseServer !== undefined) {
  test('a request made while the gateway is away goes on by itself when it is back', async ({ browser }) => {
    const env = await postgresqlEnvironment(databaseServer);
    const server = await Server.start({ env });
    const database = new Client({ connectionString: env.DATABASE_URL });
    await database.connect();
    const phone = new Phone(server.url);
    try {
      const page = await browser.newPage({ baseURL: server.url });
      await openSession(page, { userId: 'jane.doe', password: PASSWORD });
      await page.goto('/activations/new');

      // The embedded gateway lives in this table alone; without it nothing can be registered.
      await database.query('ALTER TABLE gateway_licence RENAME TO gateway_licence_away');
      await newActivationScreen(page).show.click();
      const screen = activationScreen(page);
      await expect(page).toHaveURL(/\/activations\/act-/);
      await expect(screen.waitingForGateway).toBeVisible();
      await expect(screen.image).toBeHidden();
      expect((await fetch(`${server.url}/api/health`)).status).toBe(503);

      await database.query('ALTER TABLE gateway_licence_away RENAME TO gateway_licence');
      await expect(screen.image).toBeVisible();
      const { code, output } = await phone.scan(page);
      expect(code, output).toBe(0);
      await expect(screen.activated).toBeVisible();
      await page.close();
    } finally {
      phone.dispose();
      await database.end();
      await server.dispose();
    }
  });
}
