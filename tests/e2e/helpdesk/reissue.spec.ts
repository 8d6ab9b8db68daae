import { expect } from '@playwright/test';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { staffAccount } from '../fixtures/accounts';
import { openNewInvitation } from '../flows/create-invitation';
import { openInvitation } from '../flows/open-invitation';
import { sendInvitation } from '../flows/send-invitation';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { findUserScreen } from '../screens/staff/find-user-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { invitedScreen } from '../screens/invited-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { userScreen } from '../screens/staff/user-screen';
import { test } from '../fixtures/test';

test('an agent re-issues an activation and sees every step, but nothing that is shown', async ({
  page: agent,
  browser,
  server,
  account,
  phone,
}) => {
  const name = account.userId.replace('person.', 'Person ');
  await openSession(agent, staffAccount('helpdesk-agent'));
  const find = findUserScreen(agent);
  await agent.goto('/helpdesk');
  await find.search.fill(account.userId);
  await find.submit.click();
  await find.person(name).click();
  await userScreen(agent).reissue.click();

  const form = reissueScreen(agent);
  await form.ticket.fill('T-100');
  await expect(form.send).toBeDisabled();
  await form.reason.selectOption('Lost');
  await expect(form.points).toContainText('3 more points needed');
  await expect(form.send).toHaveAccessibleDescription(/3 more points needed/);
  await expect(form.consequences).toContainText('Asks an approver first.');
  await form.numberCalled.selectOption(KNOWN_NUMBER);
  await expect(form.points).toContainText('1 more point needed');
  await form.documentEnd.fill('X4F2');
  await expect(form.points).toContainText('1 more point needed');
  await form.reason.selectOption('New phone');
  await expect(form.points).toHaveText('Enough.');
  await expect(form.consequences).toContainText('Sends an email to');
  await form.send.click();

  const invitation = invitationScreen(agent);
  await expect(invitation.heading('New activation sent')).toBeVisible();
  await expect(invitation.done).toContainText(['Sent', 'Accepted by the email server']);
  const link = await invitationLink(server, `${account.userId}@example.org`);
  const seenByAgent: string[] = [await agent.content()];

  const user = await browser.newPage({ baseURL: server.url });
  await openInvitation(user, link, account);
  await expect(invitation.heading('Invitation opened')).toBeVisible();
  await newActivationScreen(user).show.click();
  await expect(activationScreen(user).image).toBeVisible();
  await expect(invitation.done.last()).toContainText('Image shown');
  seenByAgent.push(await agent.content());
  const { code, output } = await phone.scan(user);
  expect(code, output).toBe(0);
  await expect(activationScreen(user).activated).toBeVisible();

  await expect(invitation.heading('The new device works')).toBeVisible();
  await expect(invitation.done).toContainText([
    'Sent',
    'Accepted by the email server',
    'Opened',
    'Image shown',
    'Image scanned',
    'Phone linked',
    'Device active',
  ]);
  await expect(invitation.revoke).toBeHidden();
  seenByAgent.push(await agent.content());
  for (const content of seenByAgent) expect(content).not.toContain(link.split('#')[1]);
  await agent.goto(`/helpdesk/users/${account.userId}`);
  await expect(userScreen(agent).devices).toHaveCount(1);
  await user.close();
});

test('an invitation that is revoked while its image is shown ends there and then', async ({
  page: agent,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await openNewInvitation(agent, account.userId);
  const user = await browser.newPage({ baseURL: server.url });
  await openInvitation(user, await invitationLink(server, `${account.userId}@example.org`), account);
  await newActivationScreen(user).show.click();
  await expect(activationScreen(user).image).toBeVisible();
  const shot = await user.screenshot();

  const invitation = invitationScreen(agent);
  await expect(invitation.done.last()).toContainText('Image shown');
  await invitation.askToRevoke.click();
  await invitation.revoke.click();

  await expect(invitation.heading('Invitation revoked')).toBeVisible();
  await expect(activationScreen(user).image).toBeHidden();
  expect((await phone.scanShot(shot)).code).not.toBe(0);
  await user.close();
});

test('the later of two agents’ invitations counts, and the earlier agent is notified', async ({
  page: first,
  browser,
  server,
  account,
}) => {
  const address = `${account.userId}@example.org`;
  await openSession(first, staffAccount('helpdesk-agent', 1));
  const second = await browser.newPage({ baseURL: server.url });
  await openSession(second, staffAccount('helpdesk-agent', 2));
  await openNewInvitation(first, account.userId);
  const earlier = await invitationLink(server, address);
  await openNewInvitation(second, account.userId);
  const later = await invitationLink(server, address, [earlier]);

  await expect(invitationScreen(first).heading('A newer invitation has taken its place')).toBeVisible();
  const user = await browser.newPage({ baseURL: server.url });
  await user.goto(earlier);
  await expect(user.getByText('This invitation was cancelled')).toBeVisible();
  const newTab = await browser.newPage({ baseURL: server.url });
  await openInvitation(newTab, later, account);
  await expect(invitationScreen(second).heading('Invitation opened')).toBeVisible();
  await newTab.close();
  await user.close();
  await second.close();
});

test('a caller who reads out the code of their page is let in', async ({ page: agent, browser, server, account }) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await sendInvitation(agent, account.userId, async (form) => {
    await form.sendBy.selectOption('Code read out on the phone');
  });
  const user = await browser.newPage({ baseURL: server.url });
  await user.goto(await invitationLink(server, `${account.userId}@example.org`));
  const invited = invitedScreen(user);
  await invited.showCode.click();
  const code = (await invited.codeToReadOut.textContent()) ?? '';

  const invitation = invitationScreen(agent);
  await expect(agent.getByText('page shows six digits now')).toBeVisible();
  await invitation.codeReadOut.fill(code);
  await invitation.letIn.click();

  await expect(user).toHaveURL(/\/activations\/new/);
  await expect(invitation.heading('Invitation opened')).toBeVisible();
  await user.close();
});
