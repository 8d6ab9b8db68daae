import { devices, expect, type Browser, type BrowserContext } from '@playwright/test';
import { names } from '@/lib/shared/names';
import type { PhoneBrowser } from '../../support/phones/phone-browser';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { staffAccount } from '../fixtures/accounts';
import { createInvitation } from '../flows/create-invitation';
import { openInvitation } from '../flows/open-invitation';
import { choosePin, enterPin, PHONE_PIN, readLink } from '../flows/phone-activation';
import { newActivationScreen } from '../screens/new-activation-screen';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const { userAgent } = devices['iPhone 15'];

/** An iPhone as far as its user agent tells. The app on its home screen has another storage, and the same clipboard. */
async function newIPhone(
  phoneBrowser: PhoneBrowser,
  baseURL: string,
): Promise<{ tab: BrowserContext; homeScreen: BrowserContext }> {
  const options = { baseURL, userAgent, serviceWorkers: 'block' as const };
  const [tab, homeScreen] = [await phoneBrowser.newPhone(options), await phoneBrowser.newPhone(options)];
  await homeScreen.addInitScript('Object.defineProperty(navigator, "standalone", { value: true })');
  for (const place of [tab, homeScreen]) await place.grantPermissions(['clipboard-read', 'clipboard-write', 'camera']);
  return { tab, homeScreen };
}

test('on Android and on a computer the app’s first screen offers to install it, as the browser does', async ({
  browser,
  server,
}: {
  browser: Browser;
  server: { url: string };
}) => {
  const android = await browser.newPage({ baseURL: server.url, userAgent: devices['Pixel 7'].userAgent });
  await android.goto('/authenticator');
  await expect(phoneApp(android).scanCode).toBeVisible();
  await expect(android.getByText('tap “Add to Home screen”')).toBeVisible();
  await android.close();

  const other = await browser.newPage({ baseURL: server.url });
  await other.goto('/authenticator');
  await expect(phoneApp(other).scanCode).toBeVisible();
  const add = other.getByRole('button', { name: 'Add to Home Screen' });
  await expect(add).toBeHidden();
  await other.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => void (document.title = 'asked'),
    });
    dispatchEvent(offer);
  });
  await add.click();
  await expect(other).toHaveTitle('asked');
  await other.close();
});

test('an iPhone’s tab says to install the app first, and goes on in the tab only when asked to', async ({
  phoneBrowser,
  server,
}) => {
  const { tab, homeScreen } = await newIPhone(phoneBrowser, server.url);
  const page = await tab.newPage();
  const app = phoneApp(page);
  await page.goto('/authenticator');
  await expect(app.heading(names.phoneApp.installFirst)).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([/Tap Share/, /“Add to Home Screen”/, /Open the app/]);
  await expect(app.scanCode).toBeHidden();
  await expect(app.copyLink).toBeHidden();
  await app.goOnInTab.click();
  await expect(app.heading('Welcome')).toBeVisible();
  await expect(app.scanCode).toBeVisible();
  await expect(app.pasteLink).toBeHidden();

  const installed = await homeScreen.newPage();
  await installed.goto('/authenticator');
  await expect(phoneApp(installed).scanCode).toBeVisible();
  await expect(phoneApp(installed).pasteLink).toBeVisible();
  await Promise.all([tab.close(), homeScreen.close()]);
});

test('a link that was opened in an iPhone’s tab is copied there, pasted on the home screen, and judged as any link', async ({
  page,
  account,
  phoneBrowser,
  server,
}) => {
  const { tab, homeScreen } = await newIPhone(phoneBrowser, server.url);
  await openSession(page, account);
  const { link, id } = await requestActivation(page);
  const opened = await tab.newPage();
  const asked: string[] = [];
  for (const place of [tab, homeScreen])
    place.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await opened.goto(link);
  await expect(phoneApp(opened).heading(names.phoneApp.installFirst)).toBeVisible();
  await phoneApp(opened).copyLink.click();
  await expect(phoneApp(opened).notice).toContainText('Link copied');
  expect(await opened.evaluate(() => navigator.clipboard.readText())).toContain('/authenticator#');
  // Nothing of it has left the tab: neither its secret nor its ticket, which the session would have used up.
  const [, password = ''] = /%3B([^%&]+)(?:&|$)/.exec(link.split('#')[1] ?? '') ?? [];
  expect(password.length).toBeGreaterThan(5);
  expect(asked.filter((one) => one.includes(password) || one.includes('link-tickets'))).toEqual([]);

  const installed = await homeScreen.newPage();
  const app = phoneApp(installed);
  await installed.goto('/authenticator');
  await app.pasteLink.click();
  await expect(app.heading(names.phoneApp.isThisYou)).toBeVisible();
  await expect(installed.getByText(account.userId)).toBeVisible();
  await expect(installed.getByText(names.phoneApp.notVerifiable)).toBeVisible();
  expect(await installed.evaluate(() => navigator.clipboard.readText())).toBe('');
  await app.activateThisPhone.click();
  await choosePin(installed);
  await expect(app.heading('This phone is activated')).toBeVisible();
  expect(asked.filter((one) => one.includes(password))).toEqual([]);
  await page.goto(`/activations/${id}`);
  await expect(activationScreen(page).activated).toBeVisible();

  // On the home screen nothing is deleted, and nothing is said of that.
  await openDevice(page, 'iPhone');
  await expect(page.getByText('This device may be lost')).toBeHidden();
  await Promise.all([tab.close(), homeScreen.close()]);
});

test('an invitation that was opened in an iPhone’s tab activates the app on the home screen, and goes on in the tab', async ({
  page: agent,
  account,
  phoneBrowser,
  server,
}) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await createInvitation(agent, account.userId);
  const { tab, homeScreen } = await newIPhone(phoneBrowser, server.url);
  const site = await tab.newPage();
  await openInvitation(site, await invitationLink(server, `${account.userId}@example.org`), account);
  await newActivationScreen(site).show.click();
  const link = await readLink(site);
  const address = site.url();
  await site.goto(link);
  await phoneApp(site).copyLink.click();
  await expect(phoneApp(site).notice).toContainText('Link copied');

  const installed = await homeScreen.newPage();
  await installed.goto('/authenticator');
  await phoneApp(installed).pasteLink.click();
  await phoneApp(installed).activateThisPhone.click();
  await choosePin(installed);
  await expect(phoneApp(installed).heading('This phone is activated')).toBeVisible();
  // The invitation's session stayed in the tab, where its page says what became of it.
  await site.goto(address);
  await expect(activationScreen(site).activated).toBeVisible();
  await Promise.all([tab.close(), homeScreen.close()]);
});

test('threat: the clipboard holds something else, which is not opened, and the link is typed instead', async ({
  page,
  account,
  phoneBrowser,
  server,
}) => {
  const { tab, homeScreen } = await newIPhone(phoneBrowser, server.url);
  await openSession(page, account);
  const { link } = await requestActivation(page);
  const installed = await homeScreen.newPage();
  const app = phoneApp(installed);
  await installed.goto('/authenticator');
  await installed.evaluate(() => navigator.clipboard.writeText('https://evil.example.org/authenticator#jane;a;b'));
  await app.pasteLink.click();
  await expect(app.heading(names.phoneApp.pasteLink)).toBeVisible();
  await app.link.fill('https://evil.example.org/authenticator#jane;a;b');
  await app.continue.click();
  await expect(app.refusal).toContainText('isn’t a link to an activation');
  await app.link.fill(new URL(link, server.url).href);
  await app.continue.click();
  await expect(app.heading(names.phoneApp.isThisYou)).toBeVisible();
  await Promise.all([tab.close(), homeScreen.close()]);
});

test('going on in an iPhone’s tab activates it, and the website and its settings say that it may be lost', async ({
  page,
  account,
  phoneBrowser,
  server,
}) => {
  const { tab, homeScreen } = await newIPhone(phoneBrowser, server.url);
  await openSession(page, account);
  const { link } = await requestActivation(page);
  const phonePage = await tab.newPage();
  const app = phoneApp(phonePage);
  await phonePage.goto(link);
  await app.goOnInTab.click();
  await app.activateThisPhone.click();
  await choosePin(phonePage);
  await app.showOneTimePassword.click();
  await app.settings.click();
  await expect(phonePage.getByRole('main')).toContainText('deletes it after seven days without a visit');
  const isWarned = async () => {
    await openDevice(page, 'iPhone');
    return page.getByText('the browser deletes it after seven days without a visit').isVisible();
  };
  await expect.poll(isWarned).toBe(true);
  // With an account there is nothing left to install first.
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.oneTimePassword).toBeVisible();
  await Promise.all([tab.close(), homeScreen.close()]);
});
