import { expect } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { openSession } from '../flows/open-session';
import { signOut } from '../flows/sign-out';
import { openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('the way needs no app first, and has image and instruction in one view on a laptop and on a phone', async ({
  page,
  account,
}) => {
  await page.clock.install();
  await page.setViewportSize({ width: 1280, height: 720 });
  await openSession(page, account);
  await page.goto('/activations/new');
  // No phone reaches the loopback address that this site has.
  await expect(page.getByText('This address works on this computer only')).toBeVisible();
  await startActivation(page, 'A phone of my own');
  const { image, currentStep, cannotScan, kind, cancel, timeLeft } = activationScreen(page);
  const instruction = page.getByText('Point your phone’s camera at this image.');
  await expect(currentStep).toHaveText(/Scan/);
  // At once, not at the time's next step.
  await page.clock.pauseAt(new Date((await page.evaluate(() => Date.now())) + 1_000));
  await expect(page).toHaveTitle(/^[45]:\d0 left · Activate/);
  await page.clock.resume();
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    const [shown, said] = [await image.boundingBox(), await instruction.boundingBox()];
    if (!shown || !said) throw new Error('nothing is shown');
    expect(shown.y + shown.height).toBeLessThanOrEqual(viewport.height);
    expect(said.y + said.height).toBeLessThanOrEqual(viewport.width < 500 ? shown.y : viewport.height);
  }

  await page.emulateMedia({ media: 'print' });
  await expect(image).toBeVisible();
  await expect(page.getByText(/^Valid until/)).toBeVisible();
  await expect(page.getByText('Registration identifier')).toBeVisible();
  for (const left of [cannotScan, kind('colour'), cancel, timeLeft, page.getByRole('banner')])
    await expect(left).toBeHidden();
});

test('a first device needs no form: its activation starts by one press, and the next one asks before', async ({
  page,
  account,
  server,
  phone,
}) => {
  await openSession(page, account);
  await page.goto('/');
  const home = devicesScreen(page);
  await expect(page.getByText('This address works on this computer only')).toBeVisible();
  await page.getByText('To use a real phone: two ways').click();
  await expect(page.getByText(`cloudflared tunnel --url ${server.url}`)).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await expect(home.activateOtherwise).toHaveAttribute('href', '/activations/new');
  await home.activate.click();
  await expect(activationScreen(page).image).toBeVisible();
  // Whoever goes back and presses again has the same one.
  const started = page.url();
  await page.goto('/');
  await home.activate.click();
  await expect(page).toHaveURL(started);
  await expect(activationScreen(page).image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(activationScreen(page).activated).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Activate a device' })).toHaveAttribute('href', '/activations/new');
  await expect(page.getByRole('button', { name: 'Activate a device' })).toHaveCount(0);
});

test('a touch device activates itself by one press on the list of devices, and goes on to the app', async ({
  account,
  phonePage,
}) => {
  await openSession(phonePage, account);
  await phonePage.goto('/');
  await expect(devicesScreen(phonePage).activate).toBeHidden();
  await devicesScreen(phonePage).activateHere.click();
  await expect(phoneApp(phonePage).heading('Is this you?')).toBeVisible();
});

test('a touch device activates itself by one button, which starts the activation and goes on to the app, once', async ({
  account,
  server,
  phonePage,
}) => {
  await openSession(phonePage, account);
  await phonePage.goto('/activations/new');
  await newActivationScreen(phonePage).activateHere.click();
  const app = phoneApp(phonePage);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(`Issued by ${server.url}`)).toBeVisible();

  // The same activation, by its address alone.
  await phonePage.goto('/activations/new');
  await newActivationScreen(phonePage).show.click();
  const { image, activateHere, activateAnother, cannotScan } = activationScreen(phonePage);
  await expect(activateHere).toBeVisible();
  expect(new URL(phonePage.url()).hash).toBe('');
  await expect(image).toBeHidden();
  await expect(cannotScan).toBeHidden();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await activateAnother.click();
  await expect(image).toBeVisible();
  expect(await decodeWithZxing(await image.screenshot())).toMatch(new RegExp(`^${server.url}/a#`));
});

test('the app has a way back to the website before its first activation', async ({ phonePage }) => {
  await phonePage.goto('/authenticator');
  await expect(phoneApp(phonePage).goToWebsite).toHaveAttribute('href', '/activations/new');
});

test('the typed credentials stand in the order in which the app asks for them', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page);
  await activationScreen(page).cannotScan.click();
  const ways = page.locator('details').filter({ hasText: "Can't scan?" });
  await expect(ways.locator('label[for]')).toHaveText(['User ID', 'Registration identifier', 'Activation password']);
  await expect(ways.getByText(/^Type this letter too: [A-Z]$/)).toBeVisible();
});

test('the image goes at once where another tab signs out, and a lost network is told at once', async ({
  page,
  context,
  account,
}) => {
  await openSession(page, account);
  await openActivation(page, 'A phone of my own');
  const screen = activationScreen(page);
  await context.setOffline(true);
  await expect(screen.reconnecting).toBeVisible({ timeout: 2_000 });
  await screen.cancel.click();
  await expect(screen.refusal).toContainText('You seem to be offline');
  await expect(screen.image).toBeVisible();
  await context.setOffline(false);
  await expect(screen.reconnecting).toBeHidden();

  const other = await context.newPage();
  await other.goto('/profile');
  await signOut(other);
  await expect(other).toHaveURL(/\/sign-in/);
  await expect(screen.image).toBeHidden({ timeout: 2_000 });
  await expect(page.getByText('Your phone can still finish. Sign in to see the result.')).toBeVisible();
});

test('a part of the page that cannot be loaded says so in its place, and comes on another try', async ({
  page,
  account,
}) => {
  // The network goes before the page is idle.
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  await openSession(page, account);
  await openActivation(page, 'A phone of my own');
  const { image, cannotScan, registrationIdentifier } = activationScreen(page);
  const notice = alertIn(page).filter({ hasText: 'This part of the page could not be loaded' });
  await page.context().setOffline(true);
  await cannotScan.click();
  await expect(notice).toBeVisible();
  await expect(image).toBeVisible();
  await page.context().setOffline(false);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(registrationIdentifier).toBeVisible();
  await expect(notice).toBeHidden();
});

test('the page opens each of its parts without a network once its image has loaded', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page, 'A phone of my own');
  const { cannotScan, registrationIdentifier, enlarge, shrink } = activationScreen(page);
  await page.waitForFunction(async () => {
    // Before React has taken the page over, it has asked for nothing, however idle it is.
    const opener = document.querySelector('main details summary');
    if (!opener || !Object.keys(opener).some((key) => key.startsWith('__react'))) return false;
    // By the first idle time the page has asked for the next one, in which it loads its parts.
    for (let times = 0; times < 2; times++) await new Promise((resolve) => requestIdleCallback(resolve));
    const scripts = [...document.scripts].filter(({ src }) => src !== '');
    return scripts.length > 0 && scripts.every(({ src }) => performance.getEntriesByName(src).length > 0);
  });
  await page.context().setOffline(true);
  await cannotScan.click();
  await expect(registrationIdentifier).toBeVisible();
  await enlarge.click();
  await expect(shrink).toBeVisible();
});
