/** Bytes of script that a browser without anything in its cache receives for the activation page. */
import { expect } from '@playwright/test';
import { activationScreen } from '../e2e/screens/activation-screen';
import { signIn } from '../e2e/flows/sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { PASSWORD } from '../support/server';
import { withServerAndBrowser } from './with-server-and-browser';

await withServerAndBrowser(async (server, browser) => {
  const context = await browser.newContext({ baseURL: server.url });
  const first = await context.newPage();
  await signIn(first, { userId: 'jane.doe', password: PASSWORD });
  await startActivation(first);
  const fresh = await browser.newContext({ baseURL: server.url, storageState: await context.storageState() });
  const page = await fresh.newPage();
  const network = await fresh.newCDPSession(page);
  await network.send('Network.enable');
  const scripts = new Map<string, string>();
  const bytes = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, new URL(response.url).pathname);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto(first.url());
  await expect(activationScreen(page).image).toBeVisible();

  let total = 0;
  for (const [requestId, path] of scripts) {
    const size = bytes.get(requestId) ?? 0;
    total += size;
    console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${path}`);
  }
  console.log(`${(total / 1024).toFixed(1).padStart(8)} KB  script in all, compressed as sent, ${scripts.size} files`);
});
