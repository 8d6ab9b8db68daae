import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

const { serviceAccount } = names;

/** `/administration/service-accounts` and the pages below it */
export function serviceAccountScreen(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    request: page.getByRole('link', { name: serviceAccount.new }),
    name: page.getByLabel(serviceAccount.name, { exact: true }),
    networks: page.getByLabel(serviceAccount.networks),
    requestsPerMinute: page.getByLabel(serviceAccount.requestsPerMinute),
    send: button(serviceAccount.request),
    scope: (name: string) => page.getByRole('checkbox', { name, exact: true }),
    account: (name: string) => page.getByRole('table', { name: serviceAccount.title }).getByRole('link', { name }),
    awaited: page.getByRole('list', { name: serviceAccount.awaited }).getByRole('listitem'),
    keyLink: (name: string) => page.getByRole('link', { name, exact: true }),
    showKey: button(serviceAccount.showKey),
    replaceKey: button(serviceAccount.replaceKey),
    overlap: page.getByLabel(serviceAccount.overlap),
    key: page.getByLabel(serviceAccount.key),
    stored: page.getByRole('link', { name: serviceAccount.stored }),
    keys: page.getByRole('list', { name: serviceAccount.keys }).getByRole('listitem'),
    holderLeft: page.getByText(serviceAccount.holderLeft),
    saveScopes: button(serviceAccount.saveScopes),
    saveLimits: button(serviceAccount.saveLimits),
    returnName: page.getByLabel(serviceAccount.returnName),
    returnUrl: page.getByLabel(serviceAccount.returnUrl, { exact: true }),
    registerAddress: button(serviceAccount.registerAddress),
    returnAddresses: page.getByRole('list', { name: serviceAccount.returnAddresses }).getByRole('listitem'),
    suspend: button(serviceAccount.suspend),
    resume: button(serviceAccount.resume),
    history: page.getByRole('list', { name: serviceAccount.history }).getByRole('listitem'),
    end: page.locator('summary').filter({ hasText: serviceAccount.end }),
    endIt: button(serviceAccount.endIt),
  };
}
