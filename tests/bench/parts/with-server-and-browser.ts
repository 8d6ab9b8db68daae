import { chromium, type Browser } from '@playwright/test';
import { browserOptions } from '../../support/browser/browser-options';
import { Server } from '@/lib/kit/server/server';

/** Runs a bench on a server of its own, with limits that do not get in the way, and a real browser. */
export async function withServerAndBrowser(bench: (server: Server, browser: Browser) => Promise<void>): Promise<void> {
  const env = { TESSERA_STARTS_PER_DAY: '1000', TESSERA_ACTIVATION_LIMIT: '0' };
  const server = await Server.start({ env });
  const browser = await chromium.launch(browserOptions());
  try {
    await bench(server, browser);
  } finally {
    await browser.close();
    await server.dispose();
  }
}
