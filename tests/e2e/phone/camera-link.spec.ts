import { expect, type Page } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { pictureOf } from '../../support/images/picture-of';
import { PATIENCE_MS } from '@/lib/activation/image/find-showing-page';
import { imageProof } from '@/lib/wire/crypto/image-proof';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import { OPENED_LINKS_PATH, type OpenedLinkAnswer } from '@/lib/shared/codes/opened-link';
import { systemRandom } from '@/lib/shared/random';
import { forger } from '../../support/phones/forger';
import { nextAccount } from '../fixtures/accounts';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
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
  await expect(phonePage.getByText(/^From .+, shown \d+ seconds? ago in Chrome on Linux$/)).toBeVisible();
  await expect(phonePage.getByText('Not verifiable')).toBeHidden();
  await app.activateThisPhone.click();
  // What the page asks to compare is on the phone, though a link has opened it.
  await expect(app.mosaic).toBeVisible();
  const picture = (await app.mosaic.getAttribute('aria-label')) ?? '';
  await expect(activationScreen(page).mosaic).toHaveAccessibleName(picture);
  await choosePin(phonePage);
  await expect(activationScreen(page).activated).toBeVisible();
  // The page that follows it is on the other device.
  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(phonePage.getByRole('link', { name: 'Back to the website' })).toBeHidden();

  expect(asked[0]).toBe(`${server.url}/a`);
  expect(asked.filter((address) => address.includes(password))).toEqual([]);
  expect(password).toHaveLength(8);
});

test('threat: a link that no page of the site shows any more is not verifiable, and sends nothing that activates', async ({
  page,
  account,
  server,
  phonePage,
}) => {
  await openSession(page, account);
  const link = await linkInImage(page);
  const address = page.url();
  await page.goto('about:blank');
  const asked = addressesAskedBy(phonePage);
  const app = phoneApp(phonePage);
  await phonePage.goto(link);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await expect(phonePage.getByText(/^(Issued by|From) /)).toBeHidden();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  await expect(phonePage.getByText(server.url)).toBeVisible();
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(app.heading('Cancelled')).toBeVisible();
  expect(asked.filter((one) => /\/rest\/|link-tickets|forged-images/.test(one))).toEqual([]);
  await page.goto(address);
  await expect(activationScreen(page).image).toBeVisible();
});

test('threat: a relayed link: another website that leads to an image or a sign-in of its own gets no word for it', async ({
  page,
  account,
  activatedPhone: phonePage,
  browser,
  server,
  signInPage,
}) => {
  const thief = nextAccount(server);
  const own = await browser.newPage({ baseURL: server.url });
  await openSession(own, thief);
  const link = await linkInImage(own);
  const { shot } = await startPhoneSignIn(signInPage);
  const signIn = await decodeWithZxing(shot);
  const app = phoneApp(phonePage);
  const lead = async (to: string) => {
    const html = `<!doctype html><a rel="noreferrer noopener" href="${to}">Your parcel</a>`;
    await phonePage.route('https://parcel.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await phonePage.goto('https://parcel.example/');
    await phonePage.getByRole('link').click();
  };
  await lead(link);
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(thief.userId)).toBeVisible();
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await expect(phonePage.getByText(/^From /)).toBeHidden();
  await expect(activationScreen(own).image).toBeVisible();
  await own.close();

  await phonePage.unrouteAll();
  await lead(signIn);
  await expect(app.notice).toContainText('another website led here');
  await expect(page).not.toHaveURL(/sign-in/);
  expect(account.userId).not.toBe(thief.userId);
});

test('threat: a stranger who asks about images learns nothing, and ends none', async ({
  page,
  account,
  request,
  server,
}) => {
  await openSession(page, account);
  const [, registrationIdentifier = '', activationPassword = ''] = (await linkInImage(page)).split(';');
  const ask = async (identifier: string, password: string, nonce = systemRandom.bytes(16)) => {
    const proof = await imageProof({ registrationIdentifier: identifier, activationPassword: password }, nonce);
    const began = performance.now();
    const answer = await request.post(OPENED_LINKS_PATH, {
      headers: { origin: server.url },
      data: {
        registrationIdentifier: identifier,
        nonce: base64UrlFromBytes(nonce),
        proof: base64UrlFromBytes(proof),
      },
    });
    expect(answer.status()).toBe(200);
    const { page: shown } = (await answer.json()) as OpenedLinkAnswer;
    return { shown, ms: performance.now() - began };
  };
  // As a camera opens it, which the answer is for.
  const opened = () => request.get('/a', { headers: { 'sec-fetch-site': 'none' }, maxRedirects: 0 });
  for (const [identifier, password] of [
    [registrationIdentifier, 'Rt7Qp2Zd'],
    ['Xk29aLm4', 'Rt7Qp2Zd'],
    ['Xk29aLm4', activationPassword],
  ] as const) {
    await opened();
    const { shown, ms } = await ask(identifier, password);
    expect(shown).toBeNull();
    expect(ms).toBeGreaterThanOrEqual(PATIENCE_MS);
  }
  await opened();
  const nonce = systemRandom.bytes(16);
  expect((await ask(registrationIdentifier, activationPassword, nonce)).shown).toMatchObject({
    browser: 'Chrome on Linux',
  });
  await opened();
  expect((await ask(registrationIdentifier, activationPassword, nonce)).shown).toBeNull();
  expect((await ask(registrationIdentifier, activationPassword)).shown).toBeNull();
  // A few at a time: a busy server refuses a network that asks for twenty at once.
  for (let round = 0; round < 5; round++)
    await Promise.all(Array.from({ length: 4 }, () => ask(registrationIdentifier, 'Rt7Qp2Zd')));
  await opened();
  expect((await ask(registrationIdentifier, activationPassword)).shown).toBeNull();
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
