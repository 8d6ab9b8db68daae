import { expect, type Page } from '@playwright/test';
import type { Account } from '../fixtures/accounts';
import type { Visitor } from './request-activation';

/**
 * Signs somebody in by the requests that the sign-in page sends, for tests whose subject comes after it. `signIn` goes by the
 * page, and two pages loaded cost more than the session.
 */
export async function openSession({ request }: Visitor, { userId, password }: Account): Promise<void> {
  const token = await request.get('/api/auth/csrf');
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, json: 'true', userId, password },
    headers: { origin: new URL(token.url()).origin },
  });
  const text = await answer.text();
  // A refusal is an address to go to, with the reason in it.
  expect(answer.ok() && !text.includes('error='), text).toBe(true);
}

/** Signs the same person in anew: a session vouches for nothing with a device that another one has activated. */
export async function openAnotherSession(page: Page, account: Account): Promise<void> {
  await page.context().clearCookies();
  await openSession(page, account);
}
