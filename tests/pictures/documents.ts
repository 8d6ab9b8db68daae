/*
 * The pictures of `public/docs`, which the READMEs show: `npm run pictures:docs`, after a build. Look at them before you keep
 * them: they are taken of the demo, whose names and times are never the same.
 */
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { openSession } from '../e2e/flows/open-session';
import { choosePin, openNextLinkOnPhone } from '../e2e/flows/phone-activation';
import { startActivation } from '../e2e/flows/start-activation';
import { activationScreen } from '../e2e/screens/activation-screen';
import { phoneApp } from '../e2e/screens/phone-app';
import { browserOptions } from '../support/browser/browser-options';

const FOLDER = join('public', 'docs');

type View = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'forcedColors' | 'deviceScaleFactor'>;

const DESKTOP = { viewport: { width: 1280, height: 740 } };
const PHONE = { viewport: { width: 390, height: 844 } };
/** Between the screens of a phone, and around them. */
const GAP = 24;

const server = await Server.start({ env: { TESSERA_DEMO: '1', TESSERA_STARTS_PER_DAY: '1000' } });
const browser = await chromium.launch(browserOptions());
try {
  for (const colorScheme of ['light', 'dark'] as const)
    await keep(`activation-${colorScheme}.png`, await activationPage({ ...DESKTOP, colorScheme }));
  await keep('helpdesk-user.png', await staffPage('/helpdesk/users/grace.hopper', 1280, 1300));
  await keep('helpdesk-reissue.png', await staffPage('/helpdesk/users/jane.doe/reissue', 1280, 1893));
  await keep('funnel-light.png', await staffPage('/helpdesk/numbers', 1056, 1035, 'Activation funnel'));
  await keep('image-kinds.png', await imageKinds());
  await keep('phone-light.png', await besideEachOther(await phoneScreens(), GAP));
} finally {
  await browser.close();
  await server.dispose();
}

async function keep(name: string, picture: Buffer): Promise<void> {
  writeFileSync(join(FOLDER, name), await sharp(picture).png({ compressionLevel: 9, palette: true }).toBuffer());
}

async function opened(visitor: string, view: View): Promise<Page> {
  const options = { ...view, baseURL: server.url, locale: 'en-GB', reducedMotion: 'reduce' as const };
  const page = await (await (browser satisfies Browser).newContext(options)).newPage();
  await openSession(page, { userId: visitor, password: PASSWORD });
  return page;
}

async function activationPage(view: View): Promise<Buffer> {
  const page = await opened('jane.doe', view);
  await page.goto('/activations/new');
  await startActivation(page);
  await activationScreen(page).image.waitFor();
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** @param from heading at the top of the picture; left out for the page's own */
async function staffPage(path: string, width: number, height: number, from?: string): Promise<Buffer> {
  const page = await opened('helpdesk', { viewport: { width, height }, colorScheme: 'light' });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (from !== undefined)
    await page.getByRole('heading', { name: from }).evaluate((heading) => heading.scrollIntoView());
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** In colour; in black and white; and where a person has set colours of their own. */
async function imageKinds(): Promise<Buffer> {
  const kinds: View[] = [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ];
  const pictures: Buffer[] = [];
  for (const [index, kind] of kinds.entries()) {
    const page = await opened('jane.doe', { ...DESKTOP, ...kind, deviceScaleFactor: 1.5 });
    await page.goto('/activations/new');
    await startActivation(page);
    if (index === 1) {
      await activationScreen(page).cannotScan.click();
      await page.getByText('Black and white', { exact: true }).click();
    }
    const box = await activationScreen(page).image.boundingBox();
    if (!box) throw new Error('the page shows no image');
    // The image, its card and the buttons below it.
    const clip = { x: box.x - 40, y: box.y - 22, width: box.width + 80, height: box.height + 100 };
    pictures.push(await page.screenshot({ clip }));
    await page.close();
  }
  return besideEachOther(pictures, 0);
}

async function phoneScreens(): Promise<Buffer[]> {
  const phone = await opened('jane.doe', PHONE);
  const site = await phone.context().newPage();
  const app = phoneApp(phone);
  const pictures: Buffer[] = [];
  const take = async () => pictures.push(await phone.screenshot());
  await phone.goto('/authenticator');
  await app.scanCode.waitFor();
  await take();
  await site.goto('/');
  await openNextLinkOnPhone(site, phone);
  await take();
  await app.activateThisPhone.click();
  await app.newPin.waitFor();
  await take();
  await choosePin(phone);
  await app.showOneTimePassword.waitFor();
  await take();
  await app.showOneTimePassword.click();
  await app.oneTimePassword.last().waitFor();
  await take();
  await phone.context().close();
  return pictures;
}

async function besideEachOther(pictures: readonly Buffer[], gap: number): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  const lefts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, { width }) => sum + width + gap, gap));
  const width = sizes.reduce((sum, size) => sum + size.width + gap, gap);
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * gap;
  const canvas = sharp({ create: { width, height, channels: 3, background: '#dde4e8' } });
  const layers = pictures.map((input, index) => ({ input, left: lefts[index] ?? 0, top: gap }));
  return canvas.composite(layers).png().toBuffer();
}
