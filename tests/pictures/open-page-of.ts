import type { Page } from '@playwright/test';
import { PASSWORD } from '@/lib/kit/server/server';
import { openSession } from '../e2e/flows/open-session';

/** A page of another person, signed in, in a browser context of its own at the same site. */
export async function openPageOf(page: Page, userId: string): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new TypeError('the page has a browser');
  const opened = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await openSession(opened, { userId, password: PASSWORD });
  return opened;
}
