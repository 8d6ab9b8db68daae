import { expect, type Page } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { forger } from '../../support/phones/forger';
import { Phone } from '../../support/phones/phone';
import { pictureOf } from '../../support/images/picture-of';
import { readPixels } from '../../support/images/read-pixels';
import { readCredentials } from '../flows/read-credentials';
import { readLink } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation, requestActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';
import { readImageLink } from '@/lib/shared/codes/app-link';
import { payloadOfLink } from '../../support/phones/payload-of-link';

/** Whether an image and the page's link are for the same activation; the image leaves out what the gateway knows. */
function sameActivation(text: string, link: string): boolean {
  const [of, and] = [readImageLink(text)?.payload ?? '', payloadOfLink(link)].map((payload) => payload.split(';'));
  return [2, 4, 5].every((place) => of?.[place] !== undefined && of[place] === and?.[place]);
}

/** Whether there is more colour in a picture than the tint of the page around its round corners. */
function isColourful(png: Buffer): boolean {
  const { width, height, at } = readPixels(png);
  let strongest = 0;
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width; x += 3) {
      const channels = at(x, y);
      strongest = Math.max(strongest, Math.max(...channels) - Math.min(...channels));
    }
  }
  return strongest > 60;
}

test('the image is dark on white with a quiet zone in light, dark and forced colours, and decodes to the credentials', async ({
  page,
  account,
  server,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { image } = activationScreen(page);
  for (const emulated of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await test.step(Object.values(emulated).join(), async () => {
      await page.emulateMedia({ colorScheme: null, ...emulated });
      await expect(image).toHaveCount(1);
      const { width, height, at } = readPixels(await image.screenshot());
      expect(width).toBeGreaterThanOrEqual(300);
      // Four modules of at most 81 (version 16) are more than 3 % of a side.
      const margin = Math.floor(width * 0.03);
      const middle = Math.floor(width / 2);
      for (let offset = 2; offset < margin; offset++) {
        for (const [x, y] of [
          [offset, middle],
          [width - 1 - offset, middle],
          [middle, offset],
          [middle, height - 1 - offset],
        ] as const) {
          expect(at(x, y), `${x},${y}`).toEqual([255, 255, 255]);
        }
      }
    });
  }

  await page.emulateMedia({ colorScheme: 'dark', forcedColors: null });
  await expect(image).toHaveCount(1);
  const text = await decodeWithZxing(await page.screenshot());
  const { registrationIdentifier, activationPassword } = await readCredentials(page);
  expect(text).toBe(`${server.url}/a#${account.userId};${registrationIdentifier};${activationPassword}`);
});

test('the image has colours until the person chooses otherwise, and the browser remembers that', async ({
  page,
  account,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { image, kind, choose, cannotScan } = activationScreen(page);
  await cannotScan.click();
  await expect(kind('colour')).toBeChecked();
  await expect(kind('cronto')).toHaveCount(0);
  expect(isColourful(await image.screenshot())).toBe(true);

  for (const media of [{ forcedColors: 'active' }, { forcedColors: 'none', media: 'print' }] as const) {
    await page.emulateMedia(media);
    await expect(image).toHaveCount(1);
    expect(isColourful(await image.screenshot()), JSON.stringify(media)).toBe(false);
    await expect(kind('colour')).toBeHidden();
  }
  await page.emulateMedia({ media: null, forcedColors: null });

  await choose('black-and-white');
  expect(isColourful(await image.screenshot())).toBe(false);
  await page.reload();
  await cannotScan.click();
  await expect(kind('black-and-white')).toBeChecked();
  await expect(image).toBeVisible();
  expect(isColourful(await image.screenshot())).toBe(false);
  expect(sameActivation(await decodeWithZxing(await page.screenshot()), await readLink(page))).toBe(true);
});

test('the PNG has the kind that is asked for, and no other that there is not', async ({ page, account }) => {
  await openSession(page, account);
  const { id, link } = await requestActivation(page);
  const address = `/api/activations/${id}/image.png`;
  for (const [query, isColoured] of [
    ['', true],
    ['?kind=colour', true],
    ['?kind=black-and-white', false],
  ] as const) {
    const answer = await page.request.get(address + query);
    expect(answer.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
    expect(isColourful(await answer.body()), query).toBe(isColoured);
    expect(sameActivation(await decodeWithZxing(await answer.body()), link), query).toBe(true);
  }
  expect((await page.request.get(`${address}?kind=cronto`)).status()).toBe(404);
  expect((await page.request.get(`${address}?kind=sepia`)).status()).toBe(400);
});

test('the hints appear when the image was not scanned for 20 seconds, and are announced once', async ({
  page,
  account,
}) => {
  await page.clock.install();
  await openSession(page, account);
  await openActivation(page);
  const { hints, announcements, activationPassword, image, enlarge, shrink } = activationScreen(page);
  await expect(image).toBeVisible();
  await expect(hints).toBeHidden();
  const places = await pressablePlaces(page);
  await page.clock.fastForward('00:21');
  await expect(hints).toBeVisible();
  // Nobody who is about to press something presses something else.
  expect(await pressablePlaces(page)).toMatchObject(places);
  await expect(announcements.filter({ hasText: 'Not scanned yet?' })).toHaveCount(1);
  expect(await findAccessibilityViolations(page)).toEqual([]);

  const before = await image.boundingBox();
  await enlarge.click();
  await expect.poll(async () => (await image.boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) + 50);
  await shrink.click();
  await expect.poll(async () => (await image.boundingBox())?.width).toBe(before?.width);
  await hints.getByRole('button', { name: 'Try another way' }).click();
  await expect(activationPassword).toBeVisible();
});

test('the phone in the terminal tells who has issued an image, and refuses a forged one', async ({
  page,
  account,
  server,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const phone = new Phone(server.url);
  const payload = payloadOfLink(await readLink(page));
  const forged = await phone.scanShot(pictureOf(payload, await (await forger()).sign(payload, server.url)));
  expect(forged.code).toBe(1);
  expect(forged.output).toContain('This image is forged');
  expect(forged.output).toContain('The website has been told');
  expect(forged.output).not.toContain('1 of 4');
  await expect(activationScreen(page).image).toBeVisible();

  const genuine = await phone.scan(page);
  expect(genuine.code, genuine.output).toBe(0);
  expect(genuine.output).toContain(`Issued by ${server.url}\n`);
  phone.dispose();
});

const WIDTHS = [320, 390, 1280];

/** Where everything is that can be pressed in the page's content, at each width, by its name and place in the order. */
async function pressablePlaces(page: Page): Promise<Record<string, unknown>> {
  const places: Record<string, unknown> = {};
  const usual = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page
      .locator('main :is(a, button, summary, input):visible:not(section[aria-labelledby=scan-hints] *)')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const { x, y } = element.getBoundingClientRect();
          return { what: element.textContent, x, y: y + window.scrollY };
        }),
      );
    expect(found.length).toBeGreaterThan(1);
    places[width] = found;
  }
  if (usual) await page.setViewportSize(usual);
  return places;
}
