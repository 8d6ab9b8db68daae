import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/names';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneApp } from '../screens/phone-app';

/** What a newer build answers for the action of an older one's form, until the page is loaded again. */
async function forgetActions(page: Page): Promise<void> {
  await page.route('**/activations/new', (route) =>
    route.request().headers()['next-action'] === undefined
      ? route.continue()
      : route.fulfill({ status: 404, headers: { 'x-nextjs-action-not-found': '1' }, body: 'Server action not found.' }),
  );
}

test('a form whose action a newer site lacks says so, and keeps what was typed while its page is loaded again', async ({
  page,
  account,
}) => {
  await openSession(page, account);
  const form = newActivationScreen(page);
  await page.goto('/activations/new');
  await form.deviceName.fill('Phone in the train');
  await forgetActions(page);
  await form.show.click();
  await expect(form.refusal).toContainText('This site was updated');
  await expect(form.deviceName).toHaveValue('Phone in the train');

  await page.unroute('**/activations/new');
  await page.getByRole('button', { name: names.area.loadAgain }).click();
  await expect(form.refusal).toBeHidden();
  await expect(form.deviceName).toHaveValue('Phone in the train');
  await form.show.click();
  await expect(activationScreen(page).image).toBeVisible();
});

test('an open app whose screen a newer site lacks says that it has been updated, and loads the new version', async ({
  phonePage,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await app.scanCode.click();
  await phonePage.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }));
  await app.typeValues.click();
  await expect(app.heading('The app has been updated')).toBeFocused();
  await phonePage.unroute('**/_next/static/chunks/**');
  await app.loadNewVersion.click();
  await app.scanCode.click();
  await app.typeValues.click();
  await expect(app.heading(names.phoneApp.typeValues)).toBeVisible();
});
