import { expect, test } from '@playwright/test';
import { IMAGE_KEYS_PATH, type PublishedImageKeys } from '@/lib/shared/image-keys';
import { Phone } from '../support/phone';
import { postgresqlEnvironment } from '../support/postgresql-environment';
import { PASSWORD, Server } from '../support/server';
import { signIn } from './flows/sign-in';
import { startActivation } from './flows/start-activation';
import { activationScreen } from './screens/activation-screen';
import { devicesScreen } from './screens/devices-screen';

const databaseServer = process.env['TESSERA_TEST_DATABASE_URL'];

if (databaseServer !== undefined) {
  test('a phone that talks to one replica wakes a page that another one holds', async ({ browser }) => {
    const env = await postgresqlEnvironment(databaseServer);
    const first = await Server.start({ env });
    const second = await Server.start({ env });
    const phone = new Phone(second.url);
    try {
      const keys = await Promise.all([first, second].map(({ url }) => fetch(`${url}${IMAGE_KEYS_PATH}`)));
      const [firstKeys, secondKeys]: PublishedImageKeys[] = await Promise.all(keys.map((answer) => answer.json()));
      expect(firstKeys?.keys).toHaveLength(1);
      expect(secondKeys?.keys).toEqual(firstKeys?.keys);

      const page = await browser.newPage({ baseURL: first.url });
      await signIn(page, { userId: 'jane.doe', password: PASSWORD });
      await startActivation(page);
      // In earnest replicas have one name, for which they sign images. Here each has its own, to be turned to.
      await activationScreen(page).kind('Black and white').check({ force: true });

      const { code, output } = await phone.scan(page);
      expect(code, output).toBe(0);
      // Nothing but the change notice can wake the page before the request it waits with ends, after 25 s.
      await expect(activationScreen(page).activated).toBeVisible({ timeout: 5_000 });

      await first.kill();
      const moved = await browser.newPage({ baseURL: second.url, storageState: await page.context().storageState() });
      await moved.goto('/');
      await expect(devicesScreen(moved).devices).toHaveCount(1);
      await moved.close();
      await page.close();
    } finally {
      phone.dispose();
      await first.dispose();
      await second.dispose();
    }
  });
}
