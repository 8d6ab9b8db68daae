import { expect, names, test } from '@tessera-auth/kit/playwright';
import { sendToPhone } from './sending.js';
import { showImage } from './showing.js';

const executablePath = process.env['FOREIGN_WHOLE_BROWSER'];

// The headless shell has no notifications.
test.use({
  receivesPushes: true,
  launchOptions: executablePath === undefined ? { channel: 'chromium' } : { executablePath, args: ['--no-sandbox'] },
});

test('the phone app in a browser shows what it is sent, and its notification leads to the request', async ({
  page,
  people,
  pushes,
  browser,
  tessera,
}) => {
  const app = await browser.newPage({ baseURL: tessera.url });
  const push = await pushes.connect(app);
  const pat = await people.make();
  await people.signIn(page, pat);
  await showImage(page);
  await page.getByText(names.activation.cannotScan).click();
  const link = await page.getByRole('link', { name: names.activation.openHere }).getAttribute('href');
  await app.goto(link ?? '');
  const press = (name: string | RegExp) => app.getByRole('button', { name, exact: true }).click();
  await press(names.phoneApp.activateThisPhone);
  await app.getByLabel(names.phoneApp.newPin).fill('739164');
  await app.getByLabel(names.phoneApp.pinAgain).fill('739164');
  await press(names.phoneApp.showOneTimePassword);
  await press(/^Turn notifications on for /);
  await press(names.phoneApp.allowNotifications);
  // The site knows of the subscription once the app is back at its accounts.
  await expect(app.getByRole('heading', { name: names.phoneApp.accounts })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Turn notifications on for / })).toBeHidden();
  expect(push.subscription).not.toBeNull();

  await app.goto('/icon.svg');
  await page.context().clearCookies();
  await sendToPhone(page, pat);
  const shown = () =>
    app.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/authenticator');
      const notifications = (await registration?.getNotifications()) ?? [];
      return notifications.map(({ title, data }) => ({
        title,
        request: (data as { loginRequest: string }).loginRequest,
      }));
    });
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toEqual(['Somebody is signing in']);
  const [{ request } = { request: '' }] = await shown();
  // What a press on the notification opens.
  await app.goto(`/authenticator#login-request=${request}`);
  await app.getByLabel(/^PIN for /).fill('739164');
  await press(names.phoneApp.continue);
  await expect(app.getByRole('heading', { name: names.phoneApp.isThisYourSignIn })).toBeVisible();
  await app.close();
});
