import { expect, request as requests, type APIRequestContext } from '@playwright/test';
import { findMarkupErrors } from '../../support/browser/find-markup-errors';
import { findNuErrors, hasJava } from '../../support/browser/nu-validator';
import { OPEN_TO_ALL, PAGES } from '../accounts/permission-matrix';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import type { MailBody } from '@/lib/messaging/mail-kinds/define-mail';
import { renderHtml } from '@/lib/messaging/mail/render-html';
import { addCatalogues } from '@/lib/shared/language/request-language';

addCatalogues();

/** What a browser without scripts is given. */
async function read(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  const html = await answer.text();
  return { status: answer.status(), html, isPage: answer.headers()['content-type']?.startsWith('text/html') ?? false };
}

test('every page, also a refused one, is valid HTML in the reader’s language before any script has run', async ({
  server,
  account,
}) => {
  const statuses = new Set<number>();
  const pages = new Map<string, string>();
  for (const [role, person] of [
    ['nobody', null],
    ['user', account],
    ['helpdesk-agent', staffAccount('helpdesk-agent', 2)],
    ['auditor', staffAccount('auditor', 2)],
    ['administrator', staffAccount('administrator', 2)],
  ] as const) {
    const request = await requests.newContext({ baseURL: server.url, extraHTTPHeaders: { 'accept-language': 'de' } });
    if (person) await openSession({ request }, person);
    const paths = person ? [...PAGES.map(({ path }) => path), '/no/such/page'] : [...OPEN_TO_ALL, '/no/such/page'];
    for (const path of paths.filter((one) => !one.includes('['))) {
      const { status, html, isPage } = await read(request, path);
      if (!isPage) continue;
      statuses.add(status);
      pages.set(`${role} at ${path}`, html);
      expect.soft(html, `${role} at ${path}`).toMatch(/<html lang="(de|en)"/);
      expect.soft(html, `${role} at ${path}`).toMatch(/<title>[^<]/);
      expect.soft(html, `${role} at ${path}`).toContain('<h1');
      expect.soft(await findMarkupErrors(html), `${role} at ${path}`).toEqual([]);
    }
    if (person) {
      const missing = await read(request, `/activations/act-${'0'.repeat(32)}`);
      if (role === 'user') expect.soft(missing.html).toContain('Seite nicht gefunden');
    }
    await request.dispose();
  }
  expect(statuses).toEqual(new Set([200, 403, 404]));
  test.skip(!(await hasJava()), 'the Nu HTML Checker needs Java');
  expect(await findNuErrors(pages)).toEqual([]);
});

test('a page of the audit log stays small, whatever it lists', async ({ server }) => {
  const request = await requests.newContext({ baseURL: server.url });
  const auditor = staffAccount('auditor', 2);
  // A page of the log is fifty records.
  for (let times = 0; times < 50; times += 1) await openSession({ request }, auditor);
  const { html } = await read(request, '/helpdesk/audit');
  await request.dispose();
  expect(html.match(/<details/g)?.length).toBeGreaterThanOrEqual(50);
  expect(html.length).toBeLessThan(375_000);
});

test('a password manager finds where to change a password, and security.txt is missing without a contact', async ({
  request,
}) => {
  const change = await request.get('/.well-known/change-password', { maxRedirects: 0 });
  expect(change.status()).toBe(307);
  expect(change.headers()['location']).toBe('/profile#password');
  expect((await request.get('/.well-known/security.txt')).status()).toBe(404);
  // How password managers find out whether a site answers 200 to everything.
  const missing = await request.get('/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200');
  expect(missing.status()).toBe(404);
});

test('a page fits a window that was narrowed, whatever its width was before', async ({ page, server }) => {
  await openSession(page, staffAccount('helpdesk-agent', 2));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${server.url}/helpdesk/users/jane.doe/reissue`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const width of [447, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width}`).toBe(0);
  }
  // WebKit lays a floated legend out once, at the width that the window then has.
  const floated = await page
    .locator('legend')
    .evaluateAll((legends) => legends.map((one) => getComputedStyle(one).float));
  expect(floated.length).toBeGreaterThan(0);
  expect(new Set(floated)).toEqual(new Set(['none']));
});

test('a word without end stays within the card of a mail', async ({ page }) => {
  const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3);
  const action = { label: 'Open', url: `https://example.org/${long}` };
  const body: MailBody = {
    subject: long,
    paragraphs: [`Hello ${long},`],
    facts: [['Device', long] as const],
    action,
    otherAction: null,
    closing: [long],
  };
  const voice = { say: () => long };
  const settings = { site: 'https://example.org', contact: null };
  await page.setContent(renderHtml(body, voice, settings, 'en'));
  for (const width of [600, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `at ${width}`).toBeLessThanOrEqual(0);
  }
});
