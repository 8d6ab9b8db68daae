import { expect, type Browser, type Page } from '@playwright/test';
import { isWholeRun } from '../../support/rounds';
import { CATALOGUES } from '@/lib/shared/language/catalogues';
import type { Server } from '@/lib/kit/server/server';
import { staffAccount, type Account } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';
import { areaScreen } from '../screens/area-screen';

type Language = keyof typeof CATALOGUES;

/** The narrowest screen: words of other languages are longer. */
const NARROW = { width: 320, height: 640 };

/** @param userId somebody who has named no device, in whatever language */
const pagesOfStaff = (userId: string) => ({
  'helpdesk-agent': [
    '/helpdesk',
    `/helpdesk/users/${userId}`,
    `/helpdesk/users/${userId}/reissue`,
    '/helpdesk/invitations',
  ],
  'helpdesk-approver': ['/helpdesk/approvals'],
  auditor: ['/helpdesk/audit', '/helpdesk/numbers'],
  administrator: [
    `/helpdesk/users/${userId}`,
    '/administration/users/new',
    '/administration/service-accounts',
    '/administration/service-accounts/new',
    '/helpdesk/messages',
    '/helpdesk/status',
  ],
});

/** Of each area, the pages with the most words. */
const REPRESENTATIVES =
  /^\/(sign-in|authenticator|activations\/.+|profile|helpdesk\/users\/[\w.]+(\/reissue)?|helpdesk\/audit)$/;

/** No page has words past the catalogues (`unit/language`), and types hold those complete. */
function pagesToRead(paths: readonly string[]): readonly string[] {
  return isWholeRun ? paths : paths.filter((path) => REPRESENTATIVES.test(path));
}

/** Whether React has taken the page over, which is when it would put other texts in the place of the server's. */
function isAlive(): boolean {
  const main = document.querySelector('main');
  return main !== null && Object.keys(main).some((key) => key.startsWith('__react'));
}

/** Every text of a page, and every name of its elements. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest('script, style, noscript, [lang="en"]'))
        texts.push(walker.currentNode.nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('body *'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-name'])
        texts.push(element.getAttribute(name) ?? '');
    return [document.title.split(' · ')[0] ?? '', ...texts].map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Names of the demo accounts, which are also words. */
const PEOPLE = new Set(['Helpdesk', 'Approver', 'Auditor', 'Administrator']);

/** Texts that are messages in English where the language has another text for them. */
function englishIn(texts: readonly string[], language: Language): string[] {
  const messages: Record<string, string> = CATALOGUES[language];
  const own = new Set(Object.values(messages));
  return texts.filter((text) => messages[text] !== undefined && !own.has(text) && !PEOPLE.has(text));
}

async function walk(page: Page, language: Language, paths: readonly string[]): Promise<void> {
  for (const path of pagesToRead(paths)) {
    await test.step(`${language}: ${path}`, async () => {
      await page.goto(path);
      await page.waitForFunction(isAlive);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(englishIn(await textsOf(page), language), path).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} is wider than the screen`).toBe(0);
    });
  }
}

/** Opens a narrow page for somebody whose browser speaks a language, in which no script may fail. */
async function visit(
  { browser, server, language }: { browser: Browser; server: Server; language: Language },
  account: Account | null,
  read: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: server.url, locale: language, viewport: NARROW });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  if (account) await openSession(page, account);
  await read(page);
  expect(complaints).toEqual([]);
  await context.close();
}

for (const language of ['de', 'fr', 'nl'] as const) {
  // Types hold the catalogues to the same messages, and no page has words past them: one language stands for all.
  const details = language === 'de' ? {} : { tag: '@all' };

  test(
    `users whose browsers ask for it read their pages in ${language}, and no word of English`,
    details,
    async ({ browser, server, account }) => {
      const reader = { browser, server, language };
      await visit(reader, null, (page) =>
        walk(page, language, [
          '/sign-in',
          '/sign-in/forgotten',
          '/sign-in/phone',
          '/invitation',
          '/not-me',
          '/lost-phone',
          '/lost-phone/email',
          '/lost-phone/email/code',
          '/lost-phone/case',
          '/frozen',
          '/profile/not-me',
          '/authenticator',
        ]),
      );
      await visit(reader, account, async (page) => {
        const { id } = await requestActivation(page);
        await walk(page, language, [
          '/',
          '/activations/new',
          `/activations/${id}`,
          '/profile',
          '/profile/recovery-code',
          '/profile/freeze',
          '/profile/not-me',
          '/no-such-page',
        ]);
      });
    },
  );

  test(
    `staff whose browsers ask for it read their pages in ${language}, and no word of English`,
    details,
    async ({ browser, server, account }) => {
      for (const [role, paths] of Object.entries(pagesOfStaff(account.userId))) {
        if (pagesToRead(paths).length === 0) continue;
        const member = staffAccount(role as keyof ReturnType<typeof pagesOfStaff>);
        await visit({ browser, server, language }, member, (page) => walk(page, language, paths));
      }
    },
  );
}

test('a reader who chooses a language stays on the page, and keeps the language in this browser', async ({
  signInPage,
}) => {
  await signInPage.goto('/sign-in?next=/profile');
  await areaScreen(signInPage).language('Deutsch').click();
  await expect(signInPage.locator('html')).toHaveAttribute('lang', 'de');
  expect(new URL(signInPage.url()).search).toBe('?next=/profile');
  await signInPage.goto('/sign-in/forgotten');
  await expect(signInPage.locator('html')).toHaveAttribute('lang', 'de');
  await areaScreen(signInPage).language('English').click();
  await expect(signInPage.locator('html')).toHaveAttribute('lang', 'en');
});

test('threat: the address to go back to after a language was chosen is of this site', async ({ request, server }) => {
  const answer = await request.post('/api/language', {
    form: { language: 'de' },
    headers: { origin: server.url, referer: 'https://evil.example//evil.example/path' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toBe('/');
  const unknown = await request.post('/api/language', { form: { language: 'xx' }, headers: { origin: server.url } });
  expect(unknown.status()).toBe(400);
});
