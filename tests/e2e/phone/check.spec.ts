import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { weighScript } from '../../support/browser/script-weight';
import { IPHONE } from '../../support/phones/phone-report';
import { staffAccount } from '../fixtures/accounts';
import { openSession } from '../flows/open-session';
import { phoneApp } from '../screens/phone-app';
import { phoneCheckScreen } from '../screens/phone-check-screen';
import { test } from '../fixtures/test';

const REPORTS = '/authenticator/check/reports';

test('a phone says in words what works on it, and the helpdesk sees the same by a code', async ({
  phonePage,
  signInPage: agent,
}) => {
  const [phone, desk] = [phoneCheckScreen(phonePage), phoneCheckScreen(agent)];
  const posts: string[] = [];
  phonePage.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
  });
  await phonePage.goto('/authenticator/check');
  await expect(phone.lines).toHaveCount(8);
  await expect(phone.line('Camera')).toContainText('this site may use it');
  await expect(phone.line('Storage')).toContainText('Works');
  await expect(phone.line('Clock')).toContainText('This phone’s clock is right.');
  await expect(phone.line('Network')).toContainText(/answered in [\d,]+ ms/);
  await expect(phone.line('Start without a network')).toContainText('not been opened');
  await phone.tryCamera.click();
  await expect(phone.line('Camera')).toContainText('The camera gives a picture.');
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  // The clock is asked of the gateway; of the phone nothing is told yet.
  expect(posts.filter((path) => path === REPORTS)).toEqual([]);
  const onPhone = await phone.lines.allTextContents();
  await phone.showHelpdesk.click();
  const code = await phone.code.textContent();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);

  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto('/helpdesk');
  await agent.getByRole('link', { name: 'Check a caller’s phone' }).click();
  await desk.codeOfPhone.fill('0000-0001');
  await desk.show.click();
  await expect(desk.refusal).toContainText('mistyped');
  await desk.codeOfPhone.fill(` ${(code ?? '').toLowerCase().replace('-', ' ')}`);
  await desk.show.click();
  await expect(desk.lines).toHaveCount(8);
  expect(await desk.lines.allTextContents()).toEqual(onPhone);
  expect(await findAccessibilityViolations(agent)).toEqual([]);
});

test('a phone on which half of the browser is broken is still checked, each part for itself', async ({
  phoneContext,
  phonePage,
}) => {
  await phoneContext.addInitScript(() => {
    for (const [owner, name] of [
      [window, 'indexedDB'],
      [window, 'localStorage'],
      [navigator, 'mediaDevices'],
      [navigator, 'serviceWorker'],
    ] as const)
      Object.defineProperty(owner, name, {
        configurable: true,
        get: () => {
          throw new DOMException('broken', 'SecurityError');
        },
      });
    PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable = () => new Promise(() => undefined);
  });
  await phonePage.route('**/rest/v2/**', (route) => route.abort());
  const phone = phoneCheckScreen(phonePage);
  await phonePage.goto('/authenticator/check');
  await expect(phone.lines).toHaveCount(8);
  await expect(phone.line('Camera')).toContainText('Can’t be told');
  await expect(phone.line('Storage')).toContainText('This browser stores nothing');
  await expect(phone.line('Passkeys')).toContainText('Can’t be told');
  await expect(phone.line('Network')).toContainText('activation service behind it doesn’t');
  await phonePage.route(`**${REPORTS}`, (route) => route.abort());
  await phone.showHelpdesk.click();
  await expect(phone.refusal).toContainText('Read the lines to the helpdesk');
});

test.describe('an app that is kept for a time without a network', () => {
  test.use({ isAppKept: true });

  test('the check is a page of its own, though the app’s service worker answers beside it', async ({ phonePage }) => {
    await phonePage.goto('/authenticator');
    await phonePage.evaluate(() => navigator.serviceWorker.ready);
    await phonePage.goto('/authenticator/check');
    const phone = phoneCheckScreen(phonePage);
    await expect(phone.line('Start without a network')).toContainText('The app starts without a network.');
    await expect(phoneApp(phonePage).heading('Check this phone')).toBeVisible();
  });
});

test('a screen that fails, and a camera that is kept away, lead to the check', async ({ phoneContext, phonePage }) => {
  await phonePage.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await phonePage.goto('/authenticator');
  await phoneApp(phonePage).scanCode.click();
  const opened = phoneContext.waitForEvent('page');
  await phonePage.getByRole('link', { name: 'Check this phone' }).click();
  await expect(phoneCheckScreen(await opened).lines).toHaveCount(8);

  const link = `/authenticator#${encodeURIComponent('01;01;jane.doe;example.org;Xk29aLm4;Wr0ngPwd')}`;
  const failing = await phoneContext.newPage();
  await failing.goto(link);
  await phoneApp(failing).activateThisPhone.click();
  await expect(failing.getByRole('link', { name: 'Check this phone' })).toBeVisible();
});

test('threat: a report with foreign content — is refused, whatever it says', async ({ request, server }) => {
  // A page of another website, or none, is refused before anything is read.
  expect((await request.post(REPORTS, { data: IPHONE })).status()).toBe(403);
  const headers = { 'content-type': 'application/json', origin: server.url };
  const post = (data: unknown) => request.post(REPORTS, { data: data as object, headers });
  expect((await post(IPHONE)).status()).toBe(201);
  const { camera: _camera, ...withoutCamera } = IPHONE;
  const foreign: [number, unknown][] = [
    [400, { ...IPHONE, note: 'call me back' }],
    [400, { ...IPHONE, camera: '<b>works</b>' }],
    [400, { ...IPHONE, answeredMs: 1e9 }],
    [400, { ...IPHONE, clockSeconds: 0.5 }],
    [400, withoutCamera],
    [400, [IPHONE]],
    [413, { ...IPHONE, camera: 'x'.repeat(2_000) }],
  ];
  for (const [status, report] of foreign) expect((await post(report)).status()).toBe(status);
  const plain = await request.post(REPORTS, {
    data: JSON.stringify(IPHONE),
    headers: { ...headers, 'content-type': 'text/plain' },
  });
  expect(plain.status()).toBe(415);
});

test('the check loads at most 24 KB of script beside what every page of the site has', async ({ page, signInPage }) => {
  const weigh = await weighScript(page);
  await page.goto('/authenticator/check');
  await expect(phoneCheckScreen(page).lines).toHaveCount(8);
  const check = await weigh();
  const weighOther = await weighScript(signInPage);
  await signInPage.goto('/not-me/code');
  await expect(signInPage.getByRole('heading', { level: 1 })).toBeVisible();
  await signInPage.waitForLoadState('networkidle');
  const other = await weighOther();
  const own = [...check].filter(([path]) => !other.has(path)).reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(own / 1_024).toBeLessThanOrEqual(24);
  expect(own).toBeGreaterThan(1_024);
});
