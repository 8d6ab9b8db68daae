import { expect } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { RendererServer } from '../../support/servers/renderer-server';
import { Server } from '@/lib/kit/server/server';
import { readLink } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { test as shared } from '../fixtures/test';
import { payloadOfLink } from '../../support/phones/payload-of-link';

/** A site whose customer runs a renderer of their own. */
const test = shared.extend<{ renderer: RendererServer }>({
  renderer: async ({ browserName: _browserName }, use) => {
    const renderer = await RendererServer.open();
    await use(renderer);
    renderer.close();
  },
  server: async ({ template, renderer }, use) => {
    const server = await Server.start({ template, env: { TESSERA_CRONTO_RENDERER_URL: renderer.url } });
    await use(server);
    await server.dispose();
  },
});

test('the renderer’s image comes first, through the site; when it fails, the site’s own takes its place', async ({
  page,
  server,
  renderer,
  account,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openSession(page, account);
  await openActivation(page);
  const { image, kind, announcements, choose, cannotScan } = activationScreen(page);
  await expect(page.locator('img')).toBeVisible();
  const payload = payloadOfLink(await readLink(page));
  await expect(kind('cronto')).toBeChecked();
  expect(await decodeWithZxing(await image.screenshot())).toBe(payload);
  const message = Buffer.from(payload).toString('hex');
  expect(renderer.asked).toEqual([expect.stringContaining(`format=CRONTO&message=${message}`)]);
  expect(asked.filter((address) => !address.startsWith(server.url))).toEqual([]);

  renderer.way = 'with garbage';
  await page.reload();
  await expect(announcements).toContainText('The Cronto image is not available right now');
  await cannotScan.click();
  await expect(kind('colour')).toBeChecked();
  // The renderer's image is for the vendor's app, the site's own for any camera.
  expect(await decodeWithZxing(await image.screenshot())).toMatch(new RegExp(`^${server.url}/a#`));

  renderer.way = 'well';
  await choose('cronto');
  await expect(page.locator('img')).toBeVisible();
  await expect(kind('cronto')).toBeChecked();

  await server.stop();
  expect(server.output).toContain('an activation image could not be painted');
  expect(server.output).toContain('not-an-image');
  for (const secret of [message, payload, payload.split(';')[5] ?? payload])
    expect(server.output).not.toContain(secret);
});
