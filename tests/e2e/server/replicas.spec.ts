import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { SECOND } from '@/lib/shared/time/duration';
import { IMAGE_KEYS_PATH, type PublishedImageKeys } from '@/lib/shared/codes/image-keys';
import { Phone } from '../../support/phones/phone';
import { postgresqlEnvironment } from '../../support/databases/postgresql-environment';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';

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
      await openSession(page, { userId: 'jane.doe', password: PASSWORD });
      await openActivation(page);
      // In earnest replicas have one name, for which they sign images. Here each has its own, to be turned to.
      await activationScreen(page).choose('black-and-white');

      const told = page.waitForResponse(
        async (response) => /\/status\?/.test(response.url()) && /"active"/.test(await response.text()),
      );
      const { code, output } = await phone.scan(page);
      expect(code, output).toBe(0);
      const response = await told;
      await response.finished();
      const { requestStart, responseEnd } = response.request().timing();
      // Nothing but the change notice can end the request before it has been held for 25 s.
      expect(responseEnd - requestStart).toBeLessThan(24 * SECOND);
      await expect(activationScreen(page).activated).toBeVisible();

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
