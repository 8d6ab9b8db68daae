/**
 * What one page asks of the server in a browser that has nothing of the site, and how long a click on a link takes to the
 * next page: on this machine, and over a network with 100 ms there and back.
 */
import type { Browser, BrowserContext } from '@playwright/test';
import { PASSWORD, type Server } from '@/lib/kit/server/server';
import { openSession } from '../e2e/flows/open-session';
import { percentile } from '../support/percentile';
import { withServerAndBrowser } from './parts/with-server-and-browser';
import { processorMs } from '../support/load/processor-ms';

const ROUNDS = 15;

const PAGES = [
  { userId: 'jane.doe', from: '/', link: 'Other ways to activate', to: '/activations/new' },
  { userId: 'helpdesk', from: '/helpdesk', link: 'Invitations', to: '/helpdesk/invitations' },
  { userId: 'administrator', from: '/helpdesk', link: 'Jane Doe', to: '/helpdesk/users/jane.doe' },
];

type Load = { requests: number; processorMs: number; clickMs: number };

async function openContext(browser: Browser, server: Server, userId: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.url });
  await openSession(context, { userId, password: PASSWORD });
  return context;
}

async function load(
  browser: Browser,
  server: Server,
  { userId, from, link, to }: (typeof PAGES)[number],
  latency: number,
): Promise<Load> {
  const context = await openContext(browser, server, userId);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  let requests = 0;
  page.on('request', () => requests++);
  const before = await processorMs(server.url);
  await page.goto(from, { waitUntil: 'networkidle' });
  const loaded = { requests, processorMs: (await processorMs(server.url)) - before };
  const target = page.getByRole('link', { name: link, exact: true }).first();
  const clickedAt = performance.now();
  await target.click();
  await page.waitForURL((url) => url.pathname === to);
  const clickMs = performance.now() - clickedAt;
  await context.close();
  return { ...loaded, clickMs };
}

await withServerAndBrowser(async (server, browser) => {
  for (const page of PAGES)
    for (const latency of [0, 100]) {
      // The first load of a page is the server's own first, too.
      await load(browser, server, page, latency);
      const loads: Load[] = [];
      for (let round = 0; round < ROUNDS; round++) loads.push(await load(browser, server, page, latency));
      const median = (of: keyof Load) =>
        percentile(
          loads.map((one) => one[of]),
          0.5,
        ).toFixed(0);
      console.log(
        `${page.from}, network of ${latency} ms: ${median('requests')} requests, ${median('processorMs')} ms of the server's ` +
          `processor; click → ${page.to} in ${median('clickMs')} ms`,
      );
    }
});
