import type { Page } from '@playwright/test';
import { sendInvitation } from '../e2e/flows/send-invitation';
import { startActivation } from '../e2e/flows/start-activation';

/** A demo account, or nobody. */
export type Visitor = 'jane.doe' | 'helpdesk' | 'approver' | 'auditor' | 'administrator' | 'nobody';

export type Scene = {
  name: string;
  visitor: Visitor;
  /** Where it begins. */
  path: string;
  /** From there to the state; by roles and flows, which move with the pages. */
  lead?: (page: Page) => Promise<unknown>;
};

/** Follows the first link of the page's content to an address like this. */
const openFirst = (pattern: RegExp) => async (page: Page) => {
  for (const link of await page.locator('main').getByRole('link').all()) {
    if (!pattern.test((await link.getAttribute('href')) ?? '')) continue;
    await link.click();
    return page.waitForURL(({ pathname }) => pattern.test(pathname));
  }
  throw new Error(`no link to ${pattern.source}`);
};

const see = (role: 'img' | 'button', name: RegExp) => (page: Page) => page.getByRole(role, { name }).first().waitFor();

/** Every page and its main states, in the order of a tour. */
export const SCENES: readonly Scene[] = [
  { name: 'Sign in', visitor: 'nobody', path: '/sign-in' },
  {
    name: 'Sign in, refused',
    visitor: 'nobody',
    path: '/sign-in',
    lead: async (page) => {
      await page.getByLabel('User ID').fill('jane.doe');
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('don’t match').waitFor();
    },
  },
  { name: 'Sign in with the phone', visitor: 'nobody', path: '/sign-in/phone', lead: see('img', /image/i) },
  { name: 'Invitation without a link', visitor: 'nobody', path: '/invitation' },
  { name: 'Code of a letter', visitor: 'nobody', path: '/invitation/code' },
  { name: 'It wasn’t me, without a link', visitor: 'nobody', path: '/not-me' },
  { name: 'Phone app', visitor: 'nobody', path: '/authenticator', lead: see('button', /scan code/i) },
  { name: 'No such page', visitor: 'nobody', path: '/no-such-page' },
  { name: 'Devices', visitor: 'jane.doe', path: '/' },
  { name: 'No device yet', visitor: 'auditor', path: '/' },
  { name: 'Device', visitor: 'jane.doe', path: '/', lead: openFirst(/^\/authenticators\/[^/]+$/) },
  {
    name: 'Replace a device',
    visitor: 'jane.doe',
    path: '/',
    lead: async (page) => {
      await openFirst(/^\/authenticators\/[^/]+$/)(page);
      await openFirst(/\/replace$/)(page);
    },
  },
  { name: 'Activate a device', visitor: 'jane.doe', path: '/activations/new' },
  { name: 'Activation image', visitor: 'jane.doe', path: '/activations/new', lead: (page) => startActivation(page) },
  {
    name: 'Activation image, can’t scan',
    visitor: 'jane.doe',
    path: '/activations/new',
    lead: async (page) => {
      await startActivation(page);
      await page.getByText('Can’t scan?').or(page.getByText("Can't scan?")).first().click();
    },
  },
  {
    name: 'Activation without a network',
    visitor: 'jane.doe',
    path: '/activations/new',
    lead: (page) => startActivation(page, undefined, 'offline'),
  },
  { name: 'Profile and activity', visitor: 'jane.doe', path: '/profile' },
  { name: 'Not for this account', visitor: 'jane.doe', path: '/helpdesk/audit' },
  { name: 'Find a person', visitor: 'helpdesk', path: '/helpdesk' },
  { name: 'Find a person, found', visitor: 'helpdesk', path: '/helpdesk?q=jane' },
  { name: 'Person', visitor: 'helpdesk', path: '/helpdesk/users/jane.doe' },
  { name: 'Re-issue', visitor: 'helpdesk', path: '/helpdesk/users/jane.doe/reissue' },
  {
    name: 'Invitation followed by the agent',
    visitor: 'helpdesk',
    path: '/helpdesk',
    lead: (page) => sendInvitation(page, 'auditor'),
  },
  { name: 'Invitations', visitor: 'helpdesk', path: '/helpdesk/invitations' },
  { name: 'Approvals', visitor: 'approver', path: '/helpdesk/approvals' },
  { name: 'Person, for an approver', visitor: 'approver', path: '/helpdesk/users/jane.doe' },
  { name: 'Numbers', visitor: 'administrator', path: '/helpdesk/numbers' },
  { name: 'Messages', visitor: 'administrator', path: '/helpdesk/messages' },
  { name: 'Start of an administrator', visitor: 'administrator', path: '/' },
  { name: 'Audit log', visitor: 'auditor', path: '/helpdesk/audit' },
];
