import { expect, type Browser, type Page } from '@playwright/test';
import { mailsFor } from '@/lib/kit/server/mailbox';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { MANAGER } from '../../support/add-accounts';
import { staffAccount } from '../fixtures/accounts';
import { openSession } from './open-session';

/** Waits for the mail to the manager on record about this caller. @returns the path of the page that it leads to */
export async function managerPath(server: Server, userId: string): Promise<string> {
  let path: string | undefined;
  const links = () =>
    mailsFor(server, `${MANAGER}@example.org`)
      .filter((mail) => mail.includes(`: ${userId}\n`))
      .flatMap((mail) => mail.match(/\/confirm-caller\/mgr-[0-9a-f]{32}/g) ?? []);
  await expect.poll(() => (path = links().at(-1))).toBeDefined();
  return path ?? '';
}

/** The page of a question, for the manager who is asked, signed in. */
export async function openQuestion(browser: Browser, server: Server, path: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: server.url });
  await openSession(page, staffAccount('auditor', 2));
  await page.goto(path);
  await expect(page.getByRole('heading', { name: names.confirmCaller.heading })).toBeVisible();
  return page;
}

/** The manager on record confirms that it is this caller. */
export async function confirmCaller(browser: Browser, server: Server, userId: string): Promise<void> {
  const page = await openQuestion(browser, server, await managerPath(server, userId));
  await page.getByRole('button', { name: names.confirmCaller.confirm, exact: true }).click();
  await expect(page.getByText(names.confirmCaller.confirmed)).toBeVisible();
  await page.close();
}
