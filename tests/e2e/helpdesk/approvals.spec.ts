import { expect } from '@playwright/test';
import { invitationLink, mailsFor } from '@/lib/kit/server/mailbox';
import { SECOND } from '@/lib/shared/time/duration';
import { boardAccount, LEAD, staffAccount } from '../fixtures/accounts';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { confirmCaller } from '../flows/answer-manager';
import { createInvitation, openNewInvitation } from '../flows/create-invitation';
import { openInvitation } from '../flows/open-invitation';
import { ownPhone } from '../flows/own-phone';
import { sendInvitation } from '../flows/send-invitation';
import { openSession } from '../flows/open-session';
import { areaScreen } from '../screens/area-screen';
import { approvalsScreen } from '../screens/staff/approvals-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { userScreen } from '../screens/staff/user-screen';
import { test } from '../fixtures/test';

/** After which lists are read again by themselves. */
const LISTS_ARE_OLD = 5 * SECOND;

test('an invitation for a protected person goes out when a second person agrees', async ({
  page: agent,
  browser,
  server,
}) => {
  const person = boardAccount(1);
  await openSession(agent, staffAccount('helpdesk-agent'));
  await openNewInvitation(agent, person.userId);
  const invitation = invitationScreen(agent);
  await expect(invitation.heading('Awaiting approval')).toBeVisible();
  await expect(invitation.done).toHaveCount(0);

  const approver = await browser.newPage({ baseURL: server.url });
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  await expect(areaScreen(approver).section('Approvals')).toHaveText(/Approvals[1-9]\d* waiting/);
  await expect(approver).toHaveTitle(/^Approvals \([1-9]\d*\) · Tessera$/);
  const request = approvalsScreen(approver).request(person.userId);
  await expect(request.card).toContainText(`Called back on a known number: …${KNOWN_NUMBER.slice(-2)}`);
  await request.approve.click();
  await expect(request.card).toBeHidden();

  await expect(invitation.heading('New activation sent')).toBeVisible();
  const user = await browser.newPage({ baseURL: server.url });
  await openInvitation(user, await invitationLink(server, `${person.userId}@example.org`), person);
  await expect(invitation.heading('Invitation opened')).toBeVisible();
  await user.close();
  await approver.close();
});

test('an approver sees a request arrive in both lists, and declines with a note that the agent can read', async ({
  page: agent,
  browser,
  server,
}) => {
  const { userId } = boardAccount(2);
  const context = await browser.newContext({ baseURL: server.url });
  await context.clock.install();
  const [approver, list] = [await context.newPage(), await context.newPage()];
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  await list.goto('/helpdesk/invitations');
  const row = list.getByRole('table', { name: 'Invitations' }).getByRole('row').filter({ hasText: userId });
  await openSession(agent, staffAccount('helpdesk-agent'));
  await openNewInvitation(agent, userId);
  await context.clock.fastForward(LISTS_ARE_OLD);
  await expect(row).toContainText('Awaiting approval');
  const request = approvalsScreen(approver).request(userId);
  await expect(request.card).toContainText('Last sign-in');
  await request.note.fill('Call back on the number of the office');
  await request.decline.click();
  await expect(request.card).toBeHidden();
  await expect(approver.locator(':focus')).toContainText('Declined. Helpdesk-Agent 1 can read your note');

  await context.clock.fastForward(LISTS_ARE_OLD);
  await expect(row).toContainText('Declined');
  await expect(invitationScreen(agent).heading('Declined')).toBeVisible();
  await agent.goto(`/helpdesk/users/${userId}`);
  await expect(userScreen(agent).activity).toContainText('Call back on the number of the office');
  await context.close();
});

test('an approver cannot decide their own request, and an emergency without a second person raises the alarm', async ({
  page: lead,
  signInPage: administrator,
  browser,
  server,
}) => {
  await openSession(lead, LEAD);
  await createInvitation(lead, boardAccount(3).userId);
  await lead.goto('/helpdesk/approvals');
  const own = approvalsScreen(lead).request(boardAccount(3).userId);
  await expect(own.card).toContainText('You requested this');
  await expect(own.approve).toBeHidden();

  const urgent = boardAccount(4).userId;
  await sendInvitation(lead, urgent, async (form) => {
    await expect(form.breakGlass).toBeHidden();
    await form.requestManagerAnswer.click();
    await confirmCaller(browser, server, urgent);
    await form.breakGlass.check();
    await form.justification.fill('The board votes in ten minutes and nobody else is on duty.');
  });
  await expect(invitationScreen(lead).heading('New activation sent')).toBeVisible();
  await expect
    .poll(() => mailsFor(server, 'helpdesk-approver.1@example.org').some((mail) => mail.includes(urgent)))
    .toBe(true);
  await openSession(administrator, staffAccount('administrator'));
  await administrator.goto('/helpdesk/alarms');
  await expect(administrator.getByRole('list', { name: 'Alarms' })).toContainText('The board votes');
  await expect
    .poll(() => mailsFor(server, 'administrator.1@example.org').some((mail) => mail.includes('/helpdesk/alarms')))
    .toBe(true);
});

test('a device is locked by one member of staff, and removed by two', async ({
  page: agent,
  browser,
  server,
  phone,
}) => {
  const { userId } = await ownPhone(server, phone);
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${userId}`);
  const user = userScreen(agent);
  await user.lock.click();
  await user.lockThis.click();
  await expect(user.devices).toContainText('Locked');
  await expect(agent.locator(':focus')).toContainText('is locked.');
  await user.remove.click();
  await user.ticket.fill('T-7');
  await user.requestRemoval.click();
  await expect(user.devices).toContainText('Removal awaiting approval');
  await expect(agent.locator(':focus')).toHaveText(/^Removal of .+ requested\.$/);

  const approver = await browser.newPage({ baseURL: server.url });
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  const request = approvalsScreen(approver).request(userId);
  await request.confirmFinal.check();
  await request.approve.click();
  await expect(request.card).toBeHidden();
  await expect(approver.locator(':focus')).toHaveText(/^Approved\. .+ is being removed\.$/);
  await agent.reload();
  await expect(agent.getByText('No device is active.')).toBeVisible();
  await approver.close();
});
