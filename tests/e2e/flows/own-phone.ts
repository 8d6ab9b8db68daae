import { expect, type Browser } from '@playwright/test';
import type { Phone } from '../../support/phones/phone';
import type { Server } from '../../support/servers/server';
import { nextAccount, type Account } from '../fixtures/accounts';
import { activateDevice } from './activate-device';
import { openSession } from './open-session';

/** Activates a phone for a person, in a browser of its own that is closed again. */
export async function ownPhone(
  browser: Browser,
  server: Server,
  phone: Phone,
  account: Account = nextAccount(server),
): Promise<Account> {
  const page = await browser.newPage({ baseURL: server.url });
  await openSession(page, account);
  await activateDevice(page, phone, 'Own phone');
  await expect(page).toHaveURL(/\/activations\//);
  await page.close();
  return account;
}
