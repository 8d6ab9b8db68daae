import { expect, type Page } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { pictureOf } from '../../support/images/picture-of';
import { forger } from '../../support/phones/forger';
import { choosePin } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

/** What a phone's own camera reads on the page, and offers to open. */
async function linkInImage(page: Page): Promise<string> {
  await openActivation(page);
  return decodeWithZxing(await page.screenshot());
}

/** The addresses that a page asks for from now on, as a server sees them. */
function addressesAskedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(/#.*$/, '')));
  return asked;
}

test('the phone’s own camera opens the app with the activation, which no server sees', async ({
  page,
  account,
  server,
  phonePage,
}) => {
  await openSession(page, account);
  const link = await linkInImage(page);
  expect(link).toMatch(new RegExp(`^${server.url}/a#`));
  const password = link.split(';')[2] ?? '';
  const asked = addressesAskedBy(phonePage);
  const app = phoneApp(phonePage);

  await phonePage.goto(link);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  expect(phonePage.url()).toBe(`${server.url}/authenticator`);
  await app.activateThisPhone.click();
  await choosePin(phonePage);
  await expect(activationScreen(page).activated).toBeVisible();
  // The page that follows it is on the other device.
  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(phonePage.getByRole('link', { name: 'Back to the website' })).toBeHidden();

  expect(asked[0]).toBe(`${server.url}/a`);
  expect(asked.filter((address) => address.includes(password))).toEqual([]);
  expect(password).toHaveLength(8);
});

test('threat: a link that a stranger sent is not verifiable, and sends nothing before the person agrees', async ({
  page,
  account,
  server,
  phonePage,
}) => {
  await openSession(page, account);
  const link = await linkInImage(page);
  const asked = addressesAskedBy(phonePage);
  const app = phoneApp(phonePage);
  await phonePage.goto(link);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await expect(phonePage.getByText(/^Issued by/)).toBeHidden();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  await expect(phonePage.getByText(server.url)).toBeVisible();
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(app.heading('Cancelled')).toBeVisible();
  expect(asked.filter((address) => /\/rest\/|link-tickets|forged-images/.test(address))).toEqual([]);
  await expect(activationScreen(page).image).toBeVisible();
});

test('threat: an image is opened on two phones, and opened again: it activates one phone, once', async ({
  page,
  account,
  phonePage,
  phoneContext,
  browser,
  server,
}) => {
  await openSession(page, account);
  const link = await linkInImage(page);
  const stranger = await browser.newPage({ baseURL: server.url });
  await stranger.goto(link);
  await expect(phoneApp(stranger).heading('Is this you?')).toBeVisible();
  await phonePage.goto(link);
  await phoneApp(phonePage).activateThisPhone.click();
  await choosePin(phonePage);
  await expect(activationScreen(page).activated).toBeVisible();

  await phoneApp(stranger).activateThisPhone.click();
  await expect(phoneApp(stranger).heading('This image has expired')).toBeVisible();
  await stranger.goto('about:blank');
  await stranger.goto(link);
  await phoneApp(stranger).activateThisPhone.click();
  await expect(phoneApp(stranger).heading('This image has expired')).toBeVisible();
  await stranger.close();
  const again = await phoneContext.newPage();
  await again.goto(link);
  await phoneApp(again).activateThisPhone.click();
  await expect(phoneApp(again).heading('This image has expired')).toBeVisible();
});

test('threat: a poster with a made-up image, a forged one or one of another website activates no phone', async ({
  server,
  phonePage,
  phoneBrowser,
}) => {
  const asked = addressesAskedBy(phonePage);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  phoneBrowser.camera.show(pictureOf('https://id.example.org/a#jane.doe;Xk29aLm4;Rt7Qp2Zd'));
  await app.scanCode.click();
  await expect(app.notice).toContainText('belongs to another website');

  const poster = `${server.url}/a#jane.doe;Xk29aLm4;Rt7Qp2Zd`;
  await app.typeValues.click();
  phoneBrowser.camera.show(pictureOf(poster, await (await forger()).sign(poster, server.url)));
  await app.back.click();
  await expect(app.heading('This image is forged')).toBeVisible();
  expect(asked.filter((address) => address.includes('/rest/'))).toEqual([]);

  await phonePage.goto('about:blank');
  await phonePage.goto(poster);
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await app.activateThisPhone.click();
  await expect(app.heading('This image has expired')).toBeVisible();
});
