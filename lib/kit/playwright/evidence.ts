import type { Page, TestInfo } from '@playwright/test';
import type { CallLog } from '../faults/call-log';
import type { SetFault } from '../faults/fault-board';
import { listAllMails } from '../server/mailbox';
import { ownSites, type Site } from '../server/site';
import { imageOn } from './page-names';

/** Long enough for a page that works; a test that failed has a reader who waits. */
const GLANCE_MS = 2_000;

/** Whether the test that ends has failed, and should not have. */
export function isFailed({ status, expectedStatus }: TestInfo): boolean {
  return status !== 'passed' && status !== expectedStatus;
}

/** @param unmet faults that no call has met @throws Error where there are some, and nothing else has failed */
export function requireMet(unmet: readonly SetFault[], { status }: TestInfo): void {
  if (unmet.length === 0 || status !== 'passed') return;
  const faults = unmet.map(({ call, fault }) => `"${fault.kind}" of ${call}`).join(', ');
  throw new Error(`no call met what was to go wrong: ${faults}`);
}

/** The image for a phone that each page shows, where one does. */
export async function attachImages(testInfo: TestInfo, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const image = await imageOn(page, GLANCE_MS)
      .then((locator) => locator.screenshot({ timeout: GLANCE_MS }))
      .catch(() => null);
    if (image) await attachPicture(testInfo, 'image on the page', image);
  }
}

export async function attachPicture(testInfo: TestInfo, name: string, png: Uint8Array): Promise<void> {
  await testInfo.attach(`${name}.png`, { body: Buffer.from(png), contentType: 'image/png' });
}

/** @param name such as "calls of phones" */
export async function attachCalls(testInfo: TestInfo, name: string, calls: CallLog): Promise<void> {
  const body = JSON.stringify(calls.list(), null, 2);
  await testInfo.attach(`${name}.json`, { body, contentType: 'application/json' });
}

/** What the kit's servers have logged and sent since it was made. */
export class ServerEvidence {
  readonly #before = new Map<Site, { output: number; mails: number }>();

  constructor() {
    for (const site of ownSites) {
      const server = site.own('evidence');
      this.#before.set(site, { output: server.output.length, mails: listAllMails(server).length });
    }
  }

  async attach(testInfo: TestInfo): Promise<void> {
    for (const site of ownSites) {
      const { output, mails } = this.#before.get(site) ?? { output: 0, mails: 0 };
      const server = site.own('evidence');
      await attachText(testInfo, `log of ${site.url}`, server.output.slice(output));
      const newMails = listAllMails(server).slice(mails);
      const texts = newMails.map(({ to, subject, text }) => `To: ${to}\nSubject: ${subject}\n\n${text}`);
      await attachText(testInfo, `mails of ${site.url}`, texts.join(`\n${'-'.repeat(72)}\n`));
    }
  }
}

async function attachText(testInfo: TestInfo, name: string, body: string): Promise<void> {
  if (body !== '') await testInfo.attach(`${name}.txt`, { body, contentType: 'text/plain' });
}
