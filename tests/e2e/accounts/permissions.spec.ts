import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { staffAccount } from '../fixtures/accounts';
import { recordAction } from '../flows/record-action';
import { openSession } from '../flows/open-session';
import { ACTIONS, PAGES, ROUTES, VISITORS, type Visitor } from './permission-matrix';
import { test } from '../fixtures/test';

/** One sign-in for everything that a visitor tries. */
async function visit(browser: Browser, baseURL: string, visitor: Visitor, user: { userId: string; password: string }) {
  const page = await browser.newPage({ baseURL });
  if (visitor === 'user') await openSession(page, user);
  else if (visitor !== 'nobody') await openSession(page, staffAccount(visitor, 2));
  return page;
}

test('each role opens its own pages and routes, and no others', async ({ browser, server, account }) => {
  for (const visitor of VISITORS) {
    const page = await visit(browser, server.url, visitor, account);
    for (const { path, for: roles } of PAGES) {
      const answer = await page.request.get(path);
      const reached = new URL(answer.url()).pathname;
      const isTheirs = visitor !== 'nobody' && roles.includes(visitor);
      if (isTheirs) expect.soft(reached, `${visitor} at ${path}`).toBe(path);
      else if (visitor === 'nobody') expect.soft(reached, `nobody at ${path}`).toBe('/sign-in');
      else if (path === '/' || path === '/helpdesk')
        expect.soft(PAGES.find((one) => one.path === reached)?.for, visitor).toContain(visitor);
      else expect.soft(answer.status(), `${visitor} at ${path}`).toBe(403);
    }
    for (const { method = 'GET', path, for: roles, answers } of ROUTES) {
      const { status, cacheControl } = await ask(page.request, method, path, server.url);
      const isTheirs = visitor !== 'nobody' && roles.includes(visitor);
      expect.soft(status, `${visitor}: ${method} ${path}`).toBe(isTheirs ? answers : visitor === 'nobody' ? 401 : 403);
      expect.soft(cacheControl, path).toBe('no-store');
    }
    await page.close();
  }
});

async function ask(request: APIRequestContext, method: string, path: string, origin: string) {
  const answer = await request.fetch(path, { method, headers: { origin } });
  return { status: answer.status(), cacheControl: answer.headers()['cache-control'] };
}

test('threat: an action that a page does not offer is sent all the same', async ({ browser, server, account }) => {
  const pages = new Map<Visitor, Page>();
  for (const visitor of VISITORS) pages.set(visitor, await visit(browser, server.url, visitor, account));
  for (const { page: path, button, as, for: roles } of ACTIONS) {
    const page = pages.get(as);
    if (!page) throw new TypeError(`nobody is ${as}`);
    const recorded = await recordAction(page, path, button);
    for (const [visitor, { request }] of pages) {
      if (visitor !== 'nobody' && roles.includes(visitor)) continue;
      const answer = await request.post(recorded.url, { ...recorded, maxRedirects: 0 });
      const code = visitor === 'nobody' ? 'signed-out' : 'not-permitted';
      expect.soft(await answer.text(), `${visitor}: ${button}`).toContain(`"code":"${code}"`);
    }
  }
  for (const page of pages.values()) await page.close();
});
