import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/find-accessibility-violations';
import { choosePin, confirmAndChoosePin, openLinkOnPhone } from '../flows/phone-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from './phone-test';

const SERVICES = ['DSAPPSRPGenerateEphemeralKey', 'DSAPPSRPGenerateActivationData', 'MdlAddDevice'];

test('a gateway that is away before any of the connections is waited for', async ({ page, account, phonePage }) => {
  await openLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  for (const service of [...SERVICES, 'MdlActivate']) await phonePage.route(`**/${service}`, (route) => route.abort());
  await app.activateThisPhone.click();
  for (const service of SERVICES) {
    await expect(app.heading('No connection')).toBeVisible();
    await phonePage.unroute(`**/${service}`);
    await app.tryAgain.click();
  }
  await choosePin(phonePage);
  await app.notNow.click();
  await expect(app.heading('No connection')).toBeVisible();
  await phonePage.unroute('**/MdlActivate');
  await app.tryAgain.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(activationScreen(page).activated).toBeVisible();
});

test('a busy gateway is asked again by itself', async ({ page, account, phonePage }) => {
  await openLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  let turnedAway = 0;
  await phonePage.route('**/MdlAddDevice', (route) => {
    turnedAway += 1;
    return turnedAway > 1
      ? route.continue()
      : route.fulfill({ status: 503, headers: { 'retry-after': '60' }, body: '' });
  });
  await app.activateThisPhone.click();
  await expect(app.heading('The website is busy')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await expect(app.newPin).toBeVisible();
});

test('starting over after an outage ends the activation at the gateway', async ({ page, account, phonePage }) => {
  await openLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  let isDown = true;
  await phonePage.route('**/MdlAddDevice', (route) => (isDown ? route.abort() : route.continue()));
  await app.activateThisPhone.click();
  await expect(app.heading('No connection')).toBeVisible();
  isDown = false;
  await app.startOver.click();
  await expect(app.heading('Scan the activation image')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
});

test('an answer to the last connection that is lost is fetched again, and the phone works as the page says', async ({
  page,
  account,
  phonePage,
}) => {
  await openLinkOnPhone(page, account, phonePage);
  await confirmAndChoosePin(phonePage);
  const app = phoneApp(phonePage);
  await phonePage.route('**/MdlActivate', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await app.notNow.click();
  await expect(app.heading('No connection')).toBeVisible();
  await expect(activationScreen(page).activated).toBeVisible();
  await phonePage.unroute('**/MdlActivate');
  await app.tryAgain.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
});

test('a reload in the middle keeps nothing, and both sides say so', async ({ page, account, phonePage }) => {
  await openLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeVisible();
  await phonePage.reload();
  await expect(app.heading('The activation was interrupted')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
  await app.close.click();
  await expect(app.heading('Welcome')).toBeVisible();
  await phonePage.reload();
  await expect(app.heading('Welcome')).toBeVisible();
});

test('a website that cannot be reached while scanning is told in words', async ({ page, account, phonePage }) => {
  await phonePage.route('**/authenticator/config.json', (route) => route.abort());
  const app = phoneApp(phonePage);
  await phonePage.goto(`/authenticator#${encodeURIComponent('01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd')}`);
  await expect(app.notice).toContainText('the website cannot be reached');
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
  await expect(phoneApp(phonePage).heading('This browser keeps nothing')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});
