import { expect, type Page, type Route } from '@playwright/test';
import { test } from '../fixtures/test';

const KILOBYTE = 1024;

/** A part of a page and where it begins and ends, in pixels. */
type Place = { text: string; top: number; height: number };

function readPlaces(page: Page): Promise<Place[]> {
  return page.locator('h1, label, p, a, button, input').evaluateAll((elements) =>
    elements.map((element) => {
      const { top, height } = element.getBoundingClientRect();
      return { text: element.textContent, top, height };
    }),
  );
}

const isLoaded = (page: Page) =>
  page.evaluate(() => [...document.fonts].some(({ weight, status }) => weight === '100 900' && status === 'loaded'));

test('a page loads one face of at most 45 KB, from the site itself, before its style is read', async ({
  page,
  baseURL,
}) => {
  const faces: { url: string; bytes: number }[] = [];
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('response', (response) => {
    if (!response.url().endsWith('.woff2')) return;
    void response.body().then((body) => faces.push({ url: response.url(), bytes: body.length }));
  });
  await page.goto('/sign-in');
  await expect.poll(() => isLoaded(page)).toBe(true);
  expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
  expect(faces.map(({ bytes }) => bytes)).toEqual([expect.any(Number)]);
  expect(faces[0]?.bytes).toBeGreaterThan(10 * KILOBYTE);
  expect(faces[0]?.bytes).toBeLessThanOrEqual(45 * KILOBYTE);
  const preloaded = page.locator('link[rel=preload][as=font]');
  expect(await preloaded.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))).toEqual([
    faces[0]?.url,
  ]);
});

for (const width of [390, 1280]) {
  test(`nothing moves on a page of ${width} pixels when the face takes its fallback's place`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const held: Route[] = [];
    await page.route('**/*.woff2', (route) => void held.push(route));
    // The document's load waits for what is preloaded.
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('interactive');
    const before = await readPlaces(page);
    expect(await isLoaded(page)).toBe(false);
    await Promise.all(held.map((route) => route.continue()));
    await expect.poll(() => isLoaded(page)).toBe(true);
    expect(await readPlaces(page)).toEqual(before);
  });
}
