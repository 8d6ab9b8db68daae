/**
 * From the camera showing the site's page to the phone having read the code, on a phone whose app is open: the moment
 * the camera's first picture is on the scan screen to the moment the next screen is there.
 */
import { PASSWORD } from '@/lib/kit/server/server';
import { percentile } from '../support/percentile';
import { PhoneBrowser } from '../support/phones/phone-browser';
import { Server } from '@/lib/kit/server/server';
import { signIn } from '../e2e/flows/sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { phoneApp } from '../e2e/screens/phone-app';
import { chromium } from '@playwright/test';
import { browserOptions } from '../support/browser/browser-options';

const SCANS = Number(process.argv[2] ?? 40);

const server = await Server.start();
const browser = await chromium.launch(browserOptions());
const phone = await PhoneBrowser.start();
try {
  const site = await browser.newPage({ baseURL: server.url });
  await signIn(site, { userId: 'jane.doe', password: PASSWORD });
  await startActivation(site);
  await phone.pointCameraAt(site);
  const context = await phone.newPhone({ baseURL: server.url });
  const page = await context.newPage();
  // The first picture of a video is painted right after `playing`; the first screen with this button ends the scan.
  await page.addInitScript(() => {
    const marks = { shown: 0, read: 0 };
    Object.assign(window, { scanMarks: marks });
    document.addEventListener('playing', () => (marks.shown = performance.now()), true);
    new MutationObserver(() => {
      if (marks.read === 0 && document.querySelector('h1')?.textContent === 'Is this you?')
        marks.read = performance.now();
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const app = phoneApp(page);
  const latencies: number[] = [];
  for (let round = 0; round < SCANS; round++) {
    await page.goto('/authenticator');
    await app.scanCode.click();
    await app.activateThisPhone.waitFor();
    const marks = await page.evaluate<{ shown: number; read: number }>('window.scanMarks');
    latencies.push(marks.read - marks.shown);
  }
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`Camera's picture shown → code read and next screen, ${SCANS} scans, decoder loaded anew for each:`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)}`);
} finally {
  await phone.close();
  await browser.close();
  await server.dispose();
}
