import { expect, type Page } from '@playwright/test';
import { nextAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

const NOBODYS_ACTIVATION = `act-${'0'.repeat(32)}`;

async function answerTo(page: Page, path: string): Promise<{ status: number; heading: string | null }> {
  const answer = await page.goto(path);
  return { status: answer?.status() ?? 0, heading: await page.getByRole('heading', { level: 1 }).textContent() };
}

test("someone else's activation is answered as one that does not exist", async ({ page, account, browser, server }) => {
  await openSession(page, account);
  await openActivation(page);
  const path = new URL(page.url()).pathname;
  const stranger = await browser.newPage({ baseURL: server.url });
  await openSession(stranger, nextAccount(server));

  expect(await answerTo(stranger, path)).toEqual(await answerTo(stranger, `/activations/${NOBODYS_ACTIVATION}`));
  expect((await answerTo(stranger, path)).status).toBe(404);
  const id = path.split('/').at(-1);
  for (const route of ['status?after=0', 'image.png', 'image.png?kind=black-and-white', 'credentials']) {
    const theirs = await stranger.request.get(`/api/activations/${id}/${route}`);
    const nobodys = await stranger.request.get(`/api/activations/${NOBODYS_ACTIVATION}/${route}`);
    expect(theirs.status(), route).toBe(404);
    expect(await theirs.text(), route).toBe(await nobodys.text());
  }
  await stranger.close();
});

test("someone else's device is answered as one that does not exist", async ({
  page,
  account,
  phone,
  browser,
  server,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Private phone');
  await page.goto('/');
  await devicesScreen(page).device('Private phone').click();
  await expect(page).toHaveURL(/\/authenticators\//);
  const path = new URL(page.url()).pathname;
  const stranger = await browser.newPage({ baseURL: server.url });
  await openSession(stranger, nextAccount(server));

  expect(await answerTo(stranger, path)).toEqual(await answerTo(stranger, '/authenticators/VDS9999999-1'));
  expect((await answerTo(stranger, path)).status).toBe(404);
  await stranger.close();
});

test('nothing of an activation is told without a sign-in', async ({ page, account, browser, server }) => {
  await openSession(page, account);
  await openActivation(page);
  const path = new URL(page.url()).pathname;
  const anonymous = await browser.newPage({ baseURL: server.url });
  await anonymous.goto(path);
  await expect(anonymous).toHaveURL(/\/sign-in/);
  for (const route of ['status?after=0', 'image.png', 'credentials'])
    expect((await anonymous.request.get(`/api${path}/${route}`)).status(), route).toBe(401);
  await anonymous.close();
});
