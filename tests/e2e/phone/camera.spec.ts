import { chromium, devices, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { browserOptions } from '../../support/browser/browser-options';
import { withOrientation } from '../../support/images/exif-orientation';
import { hidePage } from '../flows/hide-page';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

type Watched = Window & { tracks: MediaStreamTrack[]; screens: WakeLockSentinel[] };

/** Keeps every camera's track and every wake lock that a page gets. */
async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.tracks = [];
    watched.screens = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      watched.tracks.push(...stream.getVideoTracks());
      return stream;
    };
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const screen = await request(type);
      watched.screens.push(screen);
      return screen;
    };
  });
}

const openTracks = (page: Page) =>
  page.evaluate(() => (window as unknown as Watched).tracks.filter(({ readyState }) => readyState === 'live').length);

const heldScreens = (page: Page) =>
  page.evaluate(() => (window as unknown as Watched).screens.filter(({ released }) => !released).length);

async function openScanner(page: Page): Promise<void> {
  const { scanCode, goOnInTab } = phoneApp(page);
  await page.goto('/authenticator');
  // An iPhone is to have the app on its home screen first.
  await expect(scanCode.or(goOnInTab)).toBeVisible();
  if (await goOnInTab.isVisible()) await goOnInTab.click();
  await scanCode.click();
  await expect(phoneApp(page).heading('Scan the activation image')).toBeVisible();
}

const picture = (page: Page) => page.getByLabel('Camera', { exact: true });
const words = (page: Page) => page.locator('video + div');

async function expectPicture(page: Page): Promise<void> {
  await expect(words(page)).toBeHidden();
  await expect.poll(() => openTracks(page)).toBe(1);
  await expect.poll(() => picture(page).evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(1);
}

test('the camera is off while the app is out of sight, and reads on the same screen when it is back', async ({
  page,
  account,
  phoneContext,
  phonePage,
  phoneBrowser,
}) => {
  await watch(phoneContext);
  await openSession(page, account);
  await openActivation(page);
  await openScanner(phonePage);
  await expectPicture(phonePage);
  await hidePage(phonePage, true);
  expect(await openTracks(phonePage)).toBe(0);
  await expect(words(phonePage)).toContainText('Opening the camera');
  await phoneBrowser.pointCameraAt(page);
  await hidePage(phonePage, false);
  await expect(phoneApp(phonePage).heading('Is this you?')).toBeVisible();
  expect(await openTracks(phonePage)).toBe(0);
});

test('a camera that the system ends is opened again by itself', async ({
  page,
  account,
  phoneContext,
  phonePage,
  phoneBrowser,
}) => {
  await watch(phoneContext);
  await openSession(page, account);
  await openActivation(page);
  await openScanner(phonePage);
  await expectPicture(phonePage);
  await phoneBrowser.pointCameraAt(page);
  await phonePage.evaluate(() => {
    const track = (window as unknown as Watched).tracks.at(-1);
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  await expect(phoneApp(phonePage).heading('Is this you?')).toBeVisible();
});

/** A browser with made-up cameras, whose pages may use them only where that is granted. */
async function openBrowser(...args: string[]): Promise<Browser> {
  const options = browserOptions();
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
}

test('a refused camera says where this phone allows it, and is used once it is allowed', async ({ server }) => {
  const ways = [
    ['Pixel 7', 'Tap the symbol before the address, then “Permissions”'],
    ['iPhone 15', 'then “Website Settings”, and allow the camera'],
    ['Desktop Chrome', 'Click the symbol before the address'],
  ] as const;
  const browser = await openBrowser('--use-fake-device-for-media-stream');
  try {
    for (const [device, way] of ways) {
      const { userAgent } = devices[device] ?? {};
      const context = await browser.newContext({
        baseURL: server.url,
        permissions: ['notifications'],
        serviceWorkers: 'block',
        ...(userAgent && { userAgent }),
      });
      await watch(context);
      const phone = await context.newPage();
      await openScanner(phone);
      await expect(words(phone)).toContainText('The camera is not allowed');
      await expect(words(phone)).toContainText(way);
      expect(await findAccessibilityViolations(phone)).toEqual([]);
      await context.grantPermissions(['camera']);
      await expectPicture(phone);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

test('a camera that a policy, another app or a browser without one keeps away is told apart', async ({
  phoneContext,
}) => {
  const app = await phoneContext.newPage();
  await app.route('**/authenticator', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'camera=()' } });
  });
  await openScanner(app);
  await expect(words(app)).toContainText('The camera is switched off here');

  const beside = await phoneContext.newPage();
  await watch(phoneContext);
  await beside.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let isFree = false;
    addEventListener('free', () => (isFree = true));
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (!isFree) throw new DOMException('in use', 'NotReadableError');
      return open(constraints);
    };
  });
  await openScanner(beside);
  await expect(words(beside)).toContainText('The camera is in use');
  await beside.evaluate(() => dispatchEvent(new Event('free')));
  await expectPicture(beside);

  const without = await phoneContext.newPage();
  await without.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await without.goto('/authenticator');
  await phoneApp(without).scanCode.click();
  await expect(words(without)).toContainText('This browser has no camera for websites');
});

test('a phone with two cameras switches between them, and remembers which', async ({ server }) => {
  const browser = await openBrowser('--use-fake-device-for-media-stream=device-count=2');
  try {
    const context = await browser.newContext({ baseURL: server.url, permissions: ['camera'], serviceWorkers: 'block' });
    await watch(context);
    const phone = await context.newPage();
    const label = () =>
      phone.evaluate(
        () => (window as unknown as Watched).tracks.find(({ readyState }) => readyState === 'live')?.label ?? null,
      );
    await openScanner(phone);
    await expectPicture(phone);
    const first = await label();
    await phoneApp(phone).switchCamera.click();
    await expectPicture(phone);
    await expect.poll(label).not.toBe(first);
    const second = await label();
    await phone.reload();
    await openScanner(phone);
    await expectPicture(phone);
    expect(await label()).toBe(second);
    expect(await findAccessibilityViolations(phone)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a large photo that lies on its side is read, and what is no picture is told', async ({
  page,
  account,
  phonePage,
}) => {
  const app = phoneApp(phonePage);
  await openSession(page, account);
  await openActivation(page);
  const screenshot = (await page.screenshot()).toString('base64');
  await openScanner(phonePage);
  await expect(app.takePhoto).toBeVisible();

  await app.picture.setInputFiles({ name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a note') });
  await expect(app.notice).toContainText('can’t be opened here');
  const large = Buffer.alloc(30 * 1_024 * 1_024 + 1);
  await app.picture.setInputFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer: large });
  await expect(app.notice).toContainText('too large');

  // 12 megapixels, in the orientation that shows most: turned by a quarter, and mirrored.
  const blank = await page.context().newPage();
  const sideways = await blank.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(4_032, 3_024);
    const context = canvas.getContext('2d');
    context?.transform(0, -2, -2, 0, 3_500, 2_900);
    context?.drawImage(image, 0, 0);
    const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer());
    return Array.from(jpeg);
  }, screenshot);
  const photo = withOrientation(Buffer.from(sideways), 7);
  await app.picture.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect(app.heading('Is this you?')).toBeVisible();
});

test('the screens of both devices stay on while one is held before the other, and no longer', async ({
  page,
  context,
  account,
  phoneContext,
  phonePage,
}) => {
  await watch(context);
  await watch(phoneContext);
  // Headless browsers refuse it, others do not ask.
  await context.grantPermissions(['screen-wake-lock']);
  await phoneContext.grantPermissions(['camera', 'screen-wake-lock']);
  await openSession(page, account);
  await openActivation(page);
  await expect(activationScreen(page).image).toBeVisible();
  await expect.poll(() => heldScreens(page)).toBe(1);
  await openScanner(phonePage);
  await expectPicture(phonePage);
  await expect.poll(() => heldScreens(phonePage)).toBe(1);
  await phoneApp(phonePage).cancel.click();
  await phoneApp(phonePage).confirmCancel.click();
  await expect.poll(() => heldScreens(phonePage)).toBe(0);
  await activationScreen(page).cancel.click();
  await expect(activationScreen(page).image).toBeHidden();
  await expect.poll(() => heldScreens(page)).toBe(0);
});
