/*
 * Every page and its main states as pictures, on one contact sheet for each area: `npm run pictures`, after a build.
 *
 *   --folder DIR       where the pictures go (default: test-results/pictures)
 *   --only 'sign|app'  a regular expression on the names of the scenes
 *   --language de      pages in another language; states that live in the page alone begin anew
 *
 * Ends with an error when a state could not be reached.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printLetter } from '@/lib/messaging/mail/print-letter';
import { writeMail, writePrinted } from '@/lib/messaging/mail/write-mail';
import { openSession } from '../e2e/flows/open-session';
import { browserOptions } from '../support/browser/browser-options';
import { MAIL_CONTENTS } from '../support/mail/mail-contents';
import { MAIL_SETTINGS } from '../support/mail/mail-settings';
import { TestSiem } from '../support/servers/test-siem';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { contactSheet, type Row } from './contact-sheet';
import { closePushService, openPushService } from './push-scenes';
import { SCENES, type Scene } from './scenes';
import { addCatalogues, LANGUAGE_COOKIE } from '@/lib/shared/language/request-language';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/lib/shared/language';

addCatalogues();

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: 'test-results/pictures' },
    only: { type: 'string', default: '' },
    language: { type: 'string', default: 'en' },
  },
});

const language: Language = isLanguage(options.language) ? options.language : DEFAULT_LANGUAGE;
if (language !== options.language) throw new RangeError(`No such language: ${options.language}`);

const CONTACT = 'name=IT Service Desk; phone=+49 30 1234567; email=help@example.org; hours=Mon to Fri, 8:00 to 18:00';

/** How pages are looked at, and how wide each is on the sheet. */
const VIEWS = [
  { width: 390, height: 844, colorScheme: 'light', column: 212 },
  { width: 390, height: 844, colorScheme: 'dark', column: 212 },
  { width: 1280, height: 800, colorScheme: 'light', column: 560 },
  { width: 1280, height: 800, colorScheme: 'dark', column: 560 },
] as const;

/** How long a page may take to show what it asks the server for. */
const SETTLING_MS = 1_500;

const folder = resolve(options.folder);
mkdirSync(folder, { recursive: true });
const problems: string[] = [];
async function takeScene(server: Server, browser: Browser, { name, visitor, path, lead }: Scene): Promise<Row> {
  const pictures: (Buffer | null)[] = [];
  for (const { width, height, colorScheme } of VIEWS) {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    try {
      if (visitor !== 'nobody') await openSession(page, { userId: visitor, password: PASSWORD });
      await page.goto(path);
      await lead?.(page, server);
      if (language !== 'en') await reloadInLanguage(page);
      // Pages that follow something are never idle.
      await page.waitForLoadState('networkidle', { timeout: SETTLING_MS }).catch(() => {});
      const picture = await page.screenshot({ fullPage: true });
      writeFileSync(join(folder, `${slug(name)}-${width}-${colorScheme}.png`), picture);
      pictures.push(picture);
    } catch (error) {
      problems.push(`${name}, ${width} px, ${colorScheme}: ${String(error).split('\n', 1)[0] ?? ''}`);
      pictures.push(await page.screenshot().catch(() => null));
    }
    await context.close();
  }
  return { title: name, pictures };
}

/** Leads find their way by English names; pages are turned into the other language at the end. */
async function reloadInLanguage(page: Page): Promise<void> {
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url: server.url }]);
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.reload();
}

async function takeMails(browser: Browser): Promise<Row[]> {
  const rows: Row[] = [];
  for (const content of Object.values(MAIL_CONTENTS)) {
    const title = `Email: ${content.kind}`;
    if (!only.test(title)) continue;
    const pictures: Buffer[] = [];
    for (const { width, height, colorScheme } of VIEWS) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.setContent(writeMail(content, language, MAIL_SETTINGS).html);
      pictures.push(await page.screenshot({ fullPage: true }));
      await page.close();
    }
    rows.push({ title, pictures });
  }
  const letter = writePrinted(MAIL_CONTENTS['invitation-letter'], language, MAIL_SETTINGS);
  writeFileSync(join(folder, 'letter.pdf'), await printLetter(letter, null));
  return rows;
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
}

const AREAS = { people: ['nobody', 'jane.doe'], staff: ['helpdesk', 'approver', 'auditor', 'administrator'] } as const;

const only = new RegExp(options.only, 'i');
const pushHost = await openPushService();
const siem = await TestSiem.start();
const siemAuthority = join(folder, 'siem-authority.pem');
writeFileSync(siemAuthority, siem.authority.cert);
const server = await Server.start({
  env: {
    TESSERA_SIEM: `localhost:${siem.port}`,
    TESSERA_SIEM_CA_FILE: siemAuthority,
    TESSERA_PUSH_HOSTS: pushHost,
    TESSERA_DEMO: '1',
    TESSERA_HELPDESK_CONTACT: CONTACT,
    TESSERA_ORGANISATION: 'Example Bank',
    TESSERA_PROBATION_HOURS: '24',
    TESSERA_STARTS_PER_DAY: '1000',
    TESSERA_ACTIVATION_LIMIT: '0',
  },
});
const browser = await chromium.launch(browserOptions());
try {
  const widths = VIEWS.map(({ column }) => column);
  for (const [area, visitors] of Object.entries(AREAS)) {
    const rows: Row[] = [];
    for (const scene of SCENES.filter(
      ({ visitor, name }) => visitors.some((one) => one === visitor) && only.test(name),
    ))
      rows.push(await takeScene(server, browser, scene));
    if (rows.length > 0) writeFileSync(join(folder, `sheet-${area}.png`), await contactSheet(rows, widths));
  }
  const mails = await takeMails(browser);
  if (mails.length > 0) writeFileSync(join(folder, 'sheet-emails.png'), await contactSheet(mails, widths));
} finally {
  await browser.close();
  await server.dispose();
  await closePushService();
  siem.stop();
}
for (const problem of problems) console.error(problem);
console.log(`The sheets are sheet-*.png in ${folder}, beside every picture in full.`);
process.exitCode = problems.length === 0 ? 0 : 1;
