import type { Page } from '@playwright/test';
import type { Server } from '@/lib/kit/server/server';
import { MINUTE } from '@/lib/shared/time/duration';
import { names } from '@/lib/shared/names';
import { accountScreen } from '../e2e/screens/staff/account-screen';
import { activationLinkScreen } from '../e2e/screens/activation-link-screen';
import { newActivationScreen } from '../e2e/screens/new-activation-screen';
import { serviceAccountScreen } from '../e2e/screens/staff/service-account-screen';
import { openPageOf } from './open-page-of';

const SITE = 'Example Bank Online';
const RETURN_ADDRESS = 'https://banking.example.org/phones/back';
/** Of the demo, whose administrator has not looked at its key yet. */
const ACCOUNT = 'Online banking';

let bankKey: Promise<string> | null = null;

/** Jane comes from the bank's own site. */
export async function openActivationLink(page: Page, server: Server): Promise<void> {
  bankKey ??= prepareBank(page);
  const answer = await fetch(`${server.url}/api/v1/activation-links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await bankKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'jane.doe', returnAddress: RETURN_ADDRESS, state: '0123456789abcdef' }),
  });
  const { address } = (await answer.json()) as { address?: string };
  if (address === undefined) throw new Error(`no activation link: status ${answer.status}`);
  await page.goto(address);
  await activationLinkScreen(page, SITE).heading.waitFor();
}

/** The page that the link leads to, with the way back above it. */
export async function returnFromActivationLink(page: Page, server: Server): Promise<void> {
  // An image that an earlier view has left would be shown in place of the form.
  server.clock.advance(10 * MINUTE);
  await openActivationLink(page, server);
  await activationLinkScreen(page, SITE).activate.click();
  await newActivationScreen(page).show.waitFor();
  await activationLinkScreen(page, SITE).back.waitFor();
}

/** Once for all views. @returns the key */
async function prepareBank(page: Page): Promise<string> {
  const administrator = await openPageOf(page, 'administrator');
  const screen = serviceAccountScreen(administrator);
  await administrator.goto('/administration/service-accounts');
  await screen.account(ACCOUNT).click();
  await screen.keyLink(names.serviceAccount.showKey).click();
  await screen.showKey.click();
  const key = (await screen.key.textContent()) ?? '';
  await screen.stored.click();
  await screen.returnName.fill(SITE);
  await screen.returnUrl.fill(RETURN_ADDRESS);
  await screen.registerAddress.click();
  await screen.returnAddresses.first().waitFor();
  await administrator.context().close();
  return key;
}

let isPrepared = false;

/** A system whose key was shown to somebody whose account is disabled since. */
export async function seeDepartedHolder(page: Page, server: Server): Promise<void> {
  const name = 'Onboarding';
  const screen = serviceAccountScreen(page);
  if (!isPrepared) {
    const scopes = ['account:view', 'account:manage'] as const;
    await server.ask<'add-service-account'>({
      kind: 'add-service-account',
      name,
      scopes,
      requestsPerMinute: 60,
      returnAddresses: [],
    });
    await page.reload();
    await screen.account(name).click();
    const [, holder = ''] = /Shown to (\S+)/.exec((await screen.keys.first().textContent()) ?? '') ?? [];
    await page.goto(`/helpdesk/users/${holder}`);
    const { disable, disableIt, enable } = accountScreen(page);
    await disable.click();
    await disableIt.click();
    await enable.waitFor();
    isPrepared = true;
    await page.goto('/administration/service-accounts');
  }
  await screen.account(name).click();
  await screen.holderLeft.waitFor();
}
