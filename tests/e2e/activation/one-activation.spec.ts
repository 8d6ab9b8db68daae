import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('two tabs show one activation, and both see it end', async ({ page, context, account, phone }) => {
  await openSession(page, account);
  await startActivation(page);
  const other = await context.newPage();
  await startActivation(other);
  expect(other.url()).toBe(page.url());

  const { code, output } = await phone.scan(other);

  expect(code, output).toBe(0);
  await expect(activationScreen(page).activated).toBeVisible();
  await expect(activationScreen(other).activated).toBeVisible();
  await other.goto('/');
  await expect(devicesScreen(other).devices).toHaveCount(1);
});

test('a double click gives one registration', async ({ page, account }) => {
  await openSession(page, account);
  await page.goto('/activations/new');
  await newActivationScreen(page).show.dblclick();
  await expect(activationScreen(page).image).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Image created')).toHaveCount(1);
});

test('a request sent twice gives one registration', async ({ page, account }) => {
  await openSession(page, account);
  await page.goto('/activations/new');
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().includes('/activations/new'),
  );
  await newActivationScreen(page).show.click();
  const request = await sent;
  await expect(activationScreen(page).image).toBeVisible();
  const shown = page.url();
  const first = await request.response();

  const { 'content-length': _, ...headers } = await request.allHeaders();
  const again = await page.request.post(request.url(), {
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':'))),
    data: request.postDataBuffer() ?? Buffer.alloc(0),
    maxRedirects: 0,
  });

  expect(again.status()).toBe(first?.status());
  expect(await again.text()).toContain(`"next":"${new URL(shown).pathname}"`);
});

test('a reload shows the same image', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page);
  const image = activationScreen(page).image;
  const before = await image.innerHTML();
  await page.reload();
  await expect(image).toBeVisible();
  expect(await image.innerHTML()).toBe(before);
});
