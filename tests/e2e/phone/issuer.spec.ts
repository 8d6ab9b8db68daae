import { expect, type Page } from '@playwright/test';
import { FORGED_IMAGES_PATH } from '@/lib/shared/codes/forged-image-report';
import { IMAGE_KEYS_PATH, type PublishedImageKeys } from '@/lib/shared/codes/image-keys';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { forger } from '../../support/phones/forger';
import { pictureOf } from '../../support/images/picture-of';
import { nextAccount } from '../fixtures/accounts';
import { activateNextByLink, choosePin, readLink } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';
import { payloadOfLink } from '../../support/phones/payload-of-link';

test('threat: a forged image is refused and reported without a call to the gateway, and black and white is doubtful', async ({
  page,
  server,
  account,
  phonePage,
  phoneBrowser,
}) => {
  await openSession(page, account);
  await openActivation(page);
  await activationScreen(page).choose('black-and-white');
  await phoneBrowser.pointCameraAt(page);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await app.scanCode.click();
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await expect(phonePage.getByText(server.url)).toBeVisible();
  await expect(app.activateThisPhone).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);

  const payload = payloadOfLink(await readLink(page));
  phoneBrowser.camera.show(pictureOf(payload, await (await forger()).sign(payload, server.url)));
  const asked: string[] = [];
  phonePage.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await phonePage.reload();
  const reported = phonePage.waitForResponse(`**${FORGED_IMAGES_PATH}`);
  await app.scanCode.click();
  await expect(app.heading('This image is forged')).toBeVisible();
  expect((await reported).status()).toBe(204);
  expect((await reported).request().postDataJSON()).toEqual({
    forgery: 'unknown-key',
    keyId: expect.stringMatching(/^[0-9a-f]{8}$/),
    claimedUserId: account.userId,
  });
  await expect(phonePage.getByText('It has been reported')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  expect(asked.filter((path) => path.startsWith('/rest/'))).toEqual([]);
  await app.close.click();
  await expect(app.heading('Welcome')).toBeVisible();
  await expect(activationScreen(page).image).toBeVisible();
});

test('threat: a key slipped into the website’s list deceives a new phone, but none that was there before', async ({
  page,
  server,
  account,
  phonePage,
  phoneBrowser,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { sign, published } = await forger();
  const payload = payloadOfLink(await readLink(page));
  const forged = pictureOf(payload, await sign(payload, server.url));
  const slipIn = () =>
    phonePage.route(`**${IMAGE_KEYS_PATH}`, async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as PublishedImageKeys;
      await route.fulfill({ response, json: { ...list, keys: [...list.keys, published] } });
    });
  const app = phoneApp(phonePage);
  await slipIn();
  await phonePage.goto('/authenticator');
  phoneBrowser.camera.show(forged);
  await app.scanCode.click();
  await expect(phonePage.getByText(`Issued by ${server.url}`)).toBeVisible();

  await phonePage.unrouteAll();
  await app.cancel.click();
  await app.confirmCancel.click();
  await activateNextByLink(page, phonePage);
  await slipIn();
  const reported = phonePage.waitForRequest(`**${FORGED_IMAGES_PATH}`);
  await app.scanCode.click();
  await expect(app.heading('This image is forged')).toBeVisible();
  expect((await reported).postDataJSON()).toMatchObject({ forgery: 'key-not-endorsed', keyId: published.id });
});

test('a malformed report of a forged image is refused', async ({ request }) => {
  const path = FORGED_IMAGES_PATH;
  const report = { forgery: 'unknown-key', keyId: '0123abcd', claimedUserId: 'jane.doe' };
  const headers = { 'content-type': 'application/json' };
  const bad: [number, object | string, object?][] = [
    [415, JSON.stringify(report), { 'content-type': 'text/plain' }],
    [413, { ...report, claimedUserId: 'x'.repeat(3_000) }],
    [400, { ...report, claimedUserId: 'x'.repeat(256) }],
    [400, { ...report, keyId: '0123ABCD' }],
    [400, String.raw`{ "forgery": "unknown-key", "keyId": "0123abcd", "claimedUserId": "\ud800" }`],
    [400, { ...report, forgery: 'other' }],
    [400, { ...report, activationPassword: 'Rt7Qp2Zd' }],
    [400, 'no JSON'],
  ];
  for (const [status, data, others] of bad)
    expect((await request.post(path, { data, headers: { ...headers, ...others } })).status()).toBe(status);
  expect((await request.get(path)).status()).toBe(405);
});

test('a link that is opened in the browser that got it is issued by the site, once, and leads back to it', async ({
  phonePage: page,
  server,
  account,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const link = await readLink(page);
  const address = page.url();
  const tab = await page.context().newPage();
  await tab.goto(link);
  await expect(tab.getByText(`Issued by ${server.url}`)).toBeVisible();
  await phoneApp(tab).activateThisPhone.click();
  await choosePin(tab);
  await tab.getByRole('link', { name: 'Back to the website' }).click();
  await expect(tab).toHaveURL(address);
  await expect(activationScreen(tab).activated).toBeVisible();
});

/** What the app says of a link that is opened in a tab of its own. */
async function judged(opener: Page, address: string): Promise<string | null> {
  await opener.goto('about:blank');
  await opener.goto(address);
  const verdict = opener.getByText(/^(Not verifiable|Issued by .*)$/);
  await expect(verdict).toBeVisible();
  return verdict.textContent();
}

test('threat: a link that is forged, copied, another user’s or used before is not verifiable', async ({
  page,
  browser,
  server,
  account,
  phonePage,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const link = await readLink(page);
  const here = await page.context().newPage();
  const mirrored = link.replace(/(.{20})(.{20})$/, '$2$1');
  const ofAnother = link.replace(encodeURIComponent(account.userId), 'max.poe');
  const untied = link.replace(/&act-[0-9a-f]{32}&/, `&act-${'0'.repeat(32)}&`);
  for (const forged of [mirrored, ofAnother, untied]) {
    expect(forged).not.toBe(link);
    expect(await judged(here, forged)).toBe('Not verifiable');
  }
  expect(await judged(phonePage, link)).toBe('Not verifiable');
  const others = await browser.newPage({ baseURL: server.url });
  await openSession(others, nextAccount(server));
  expect(await judged(others, link)).toBe('Not verifiable');
  await others.close();
  const again = await browser.newPage({ baseURL: server.url });
  await openSession(again, account);
  expect(await judged(again, link)).toBe('Not verifiable');
  await again.close();

  expect(await judged(here, link)).toBe(`Issued by ${server.url}`);
  expect(await judged(here, link)).toBe('Not verifiable');
});
