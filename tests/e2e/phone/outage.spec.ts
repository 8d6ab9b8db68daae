import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { hurryRetries } from '../flows/hurry-retries';
import {
  choosePin,
  confirmAndChoosePin,
  enterPin,
  expectFirstScreen,
  openLinkOnPhone,
  PHONE_PIN,
} from '../flows/phone-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const SERVICES = ['DSAPPSRPGenerateEphemeralKey', 'DSAPPSRPGenerateActivationData', 'MdlAddDevice'];

test('a gateway that is away for a moment before any of the connections is asked again by itself', async ({
  page,
  askingPhone: phonePage,
}) => {
  for (const service of [...SERVICES, 'MdlActivate'])
    await phonePage.route(`**/${service}`, (route) => route.abort(), { times: 1 });
  await hurryRetries(phonePage);
  await confirmAndChoosePin(phonePage);
  const app = phoneApp(phonePage);
  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(activationScreen(page).activated).toBeVisible();
});

test('the phone gives up on a busy or missing gateway, and the user can go on from there, also after a reload', async ({
  page,
  askingPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  await hurryRetries(phonePage);
  const waits = ['1', '60'];
  await phonePage.route('**/MdlAddDevice', (route) =>
    route.fulfill({ status: 503, headers: { 'retry-after': waits.shift() ?? '' }, body: '' }),
  );
  await app.activateThisPhone.click();
  await expect(app.heading('The website is busy')).toBeVisible();
  // A second is waited for without the person, a minute is not.
  expect(waits).toEqual([]);
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);

  await phonePage.unroute('**/MdlAddDevice');
  let asked = 0;
  await phonePage.route('**/MdlAddDevice', (route) => {
    asked += 1;
    return route.abort();
  });
  await app.tryAgain.click();
  await expect(app.heading('No connection')).toBeVisible();
  expect(asked).toBe(4);

  await phonePage.unroute('**/MdlAddDevice');
  await app.tryAgain.click();
  await phonePage.route('**/MdlActivate', (route) => route.abort());
  await choosePin(phonePage);
  await expect(app.heading('No connection')).toBeVisible();
  await phonePage.unroute('**/MdlActivate');
  await phonePage.reload();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(activationScreen(page).activated).toBeVisible();
});

test('a fresh start after an outage ends the activation at the gateway', async ({ page, askingPhone: phonePage }) => {
  const app = phoneApp(phonePage);
  await hurryRetries(phonePage);
  let isDown = true;
  await phonePage.route('**/MdlAddDevice', (route) => (isDown ? route.abort() : route.continue()));
  await app.activateThisPhone.click();
  await expect(app.heading('No connection')).toBeVisible();
  isDown = false;
  await app.startOver.click();
  await expect(app.heading('Scan the activation image')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
});

test('a lost answer to the last connection is fetched again, also after the app was closed', async ({
  page,
  askingPhone: phonePage,
  phoneContext,
}) => {
  await hurryRetries(phonePage);
  await phonePage.route('**/MdlActivate', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await confirmAndChoosePin(phonePage);
  await expect(activationScreen(page).activated).toBeVisible();
  await expect(phoneApp(phonePage).heading('No connection')).toBeVisible();
  await phonePage.close();

  const reopened = await phoneContext.newPage();
  await reopened.goto('/authenticator');
  const app = phoneApp(reopened);
  await expect(app.heading('This phone is activated')).toBeVisible();
  await app.showOneTimePassword.click();
  await app.showOneTimePassword.click();
  await enterPin(reopened, PHONE_PIN);
  await expect(app.oneTimePassword).toBeVisible();
  await reopened.reload();
  await expect(app.heading('Your accounts')).toBeVisible();
});

test('a reload in the middle keeps nothing, and both sides say so', async ({ page, askingPhone: phonePage }) => {
  const app = phoneApp(phonePage);
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeVisible();
  await phonePage.reload();
  await expect(app.heading('The activation was interrupted')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
  await app.close.click();
  await expectFirstScreen(phonePage);
  await phonePage.reload();
  await expect(app.heading('Welcome')).toBeVisible();
});

test('a website that cannot be reached while scanning is told in words', async ({ page, account, phonePage }) => {
  await phonePage.route('**/authenticator/config.json', (route) => route.abort());
  const app = phoneApp(phonePage);
  await phonePage.goto(`/authenticator#${encodeURIComponent('01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd')}`);
  await expect(app.notice).toContainText('the website can’t be reached');
  await phonePage.unroute('**/authenticator/config.json');
  await openLinkOnPhone(page, account, phonePage);
});

test('a browser that stores nothing says so', async ({ phonePage }) => {
  // As in private windows that allow no storage.
  await phonePage.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('no storage here', 'SecurityError');
    };
  });
  await phonePage.goto('/authenticator');
  await expect(phoneApp(phonePage).heading('This browser can’t save data')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});
