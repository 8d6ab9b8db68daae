import { expect, request as requests, type APIRequestContext } from '@playwright/test';
import { builtPages, builtRoutes } from '../../support/build-surface';
import { staffAccount, type Account } from '../fixtures/accounts';
import { recordAction } from '../flows/record-action';
import { openSession } from '../flows/open-session';
import { ACTIONS, OPEN_TO_ALL, PAGES, ROUTES, VISITORS, type Visitor } from './permission-matrix';
import { test } from '../fixtures/test';

/** One sign-in for everything that a visitor tries. */
async function visit(baseURL: string, visitor: Visitor, user: Account): Promise<APIRequestContext> {
  const own = await requests.newContext({ baseURL });
  if (visitor === 'user') await openSession({ request: own }, user);
  else if (visitor !== 'nobody') await openSession({ request: own }, staffAccount(visitor, 2));
  return own;
}

test('each role opens its own pages and routes, and no others', async ({ server, account }) => {
  const tryAll = async (visitor: Visitor) => {
    const request = await visit(server.url, visitor, account);
    for (const { path, for: roles } of PAGES) {
      const answer = await request.get(path);
      const reached = new URL(answer.url()).pathname;
      const isTheirs = visitor !== 'nobody' && roles.includes(visitor);
      if (isTheirs) expect.soft(reached, `${visitor} at ${path}`).toBe(path);
      else if (visitor === 'nobody') expect.soft(reached, `nobody at ${path}`).toBe('/sign-in');
      else if (path === '/' || path === '/helpdesk')
        expect.soft(PAGES.find((one) => one.path === reached)?.for, visitor).toContain(visitor);
      else expect.soft(answer.status(), `${visitor} at ${path}`).toBe(403);
    }
    for (const { method = 'GET', path, for: roles, answers } of ROUTES) {
      const { status, cacheControl } = await ask(request, method, path, server.url);
      const isTheirs = visitor !== 'nobody' && roles.includes(visitor);
      expect.soft(status, `${visitor}: ${method} ${path}`).toBe(isTheirs ? answers : visitor === 'nobody' ? 401 : 403);
      expect.soft(cacheControl, path).toBe('no-store');
    }
    await request.dispose();
  };
  await Promise.all(VISITORS.map(tryAll));
});

test('threat: a page or route is added without a rule for who may open it — each of the build is in a table', () => {
  const listed = [...PAGES, ...ROUTES].map(({ path }) => path.replace(/\?.*/, ''));
  const isListed = (path: string) => {
    const pattern = new RegExp(`^${path.replaceAll(/\[\w+\]/g, '[^/]+')}$`);
    return OPEN_TO_ALL.includes(path) || listed.some((one) => pattern.test(one));
  };
  const built = [...builtPages(), ...builtRoutes()].map(({ path }) => path);
  expect(built.filter((path) => !isListed(path))).toEqual([]);
  expect(OPEN_TO_ALL.filter((path) => !built.includes(path))).toEqual([]);
});

async function ask(request: APIRequestContext, method: string, path: string, origin: string) {
  const answer = await request.fetch(path, { method, headers: { origin } });
  return { status: answer.status(), cacheControl: answer.headers()['cache-control'] };
}

test('threat: an action that a page does not offer is sent all the same', async ({ browser, server, account }) => {
  const asking = new Map<Visitor, APIRequestContext>();
  for (const visitor of VISITORS) asking.set(visitor, await visit(server.url, visitor, account));
  for (const { page: path, button, as, for: roles } of ACTIONS) {
    const context = await browser.newContext({ baseURL: server.url });
    await openSession(context, as === 'user' ? account : staffAccount(as, 2));
    const recorded = await recordAction(await context.newPage(), path, button);
    await context.close();
    for (const [visitor, request] of asking) {
      if (visitor !== 'nobody' && roles.includes(visitor)) continue;
      const answer = await request.post(recorded.url, { ...recorded, maxRedirects: 0 });
      const code = visitor === 'nobody' ? 'signed-out' : 'not-permitted';
      expect.soft(await answer.text(), `${visitor}: ${button}`).toContain(`"code":"${code}"`);
    }
  }
  for (const request of asking.values()) await request.dispose();
});
