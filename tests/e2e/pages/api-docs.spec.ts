import { expect } from '@playwright/test';
import { ROUTES } from '@/lib/server/api/route-table';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { test } from '../fixtures/test';

test('the page of the API names every address, under the policy, without a sign-in', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const answer = await page.goto('/api/docs');
  expect(answer?.status()).toBe(200);
  expect(await answer?.headerValue('content-security-policy')).toMatch(/script-src [^;]*'nonce-/);
  await expect(page.getByRole('heading', { name: 'API', level: 1 })).toBeVisible();
  for (const { method, path, summary } of ROUTES)
    await expect
      .soft(page.getByRole('article', { name: summary, exact: true }))
      .toContainText(`${method} /api/v1${path}`);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('every link within the page of the API leads somewhere, and the download is the description', async ({ page }) => {
  await page.goto('/api/docs');
  const missing = await page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !document.getElementById(id)),
    );
  expect(missing).toEqual([]);
  const href = await page.getByRole('link', { name: 'Download openapi.json' }).getAttribute('href');
  const description = await page.request.get(href ?? '');
  expect(await description.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
});

test('the page of the API fits every screen', async ({ page }) => {
  await page.goto('/api/docs');
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${width} px`).toBe(0);
  }
});
