import { expect, request as requests, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { formInPage, type SentForm } from '../../support/servers/form-in-page';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import type { Account } from '../fixtures/accounts';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { openSession } from './open-session';
import type { Visitor } from './request-activation';

/** What an agent fills in who has called back: enough for a new phone of somebody who is not protected. */
const CHECKED: SentForm = {
  reason: 'new-phone',
  ticket: 'T-4711',
  'number-called': KNOWN_NUMBER,
  'identity-document-detail': 'X4F2',
  oldDevice: 'none',
  validForMinutes: '0',
  delivery: 'mail',
};

/**
 * Invites somebody by the requests that the pages of an agent send, for tests whose subject comes after it. `sendInvitation`
 * goes by the pages.
 * @returns where the invitation is followed
 */
export async function createInvitation({ request }: Visitor, userId: string, typed: SentForm = {}): Promise<string> {
  const path = `/helpdesk/users/${userId}/reissue`;
  const page = await request.get(path);
  const { origin } = new URL(page.url());
  const form = { ...formInPage(await page.text(), names.reissue.send), ...CHECKED, ...typed };
  const answer = await request.post(path, { multipart: form, headers: { origin }, maxRedirects: 0 });
  const [invitation] = /\/helpdesk\/invitations\/inv-\w+/.exec(answer.headers()['location'] ?? '') ?? [];
  if (invitation === undefined) throw new Error(`nobody was invited: ${answer.status()}`);
  return invitation;
}

/** The same, for tests in which the agent does nothing else. */
export async function createInvitationAs(agent: Account, baseURL: string, userId: string): Promise<string> {
  const request = await requests.newContext({ baseURL });
  await openSession({ request }, agent);
  const invitation = await createInvitation({ request }, userId);
  await request.dispose();
  return invitation;
}

/** The same, and ends where it is followed. */
export async function openNewInvitation(agent: Page, userId: string, typed: SentForm = {}): Promise<void> {
  await agent.goto(await createInvitation(agent, userId, typed));
  await expect(invitationScreen(agent).progress).toBeVisible();
}
