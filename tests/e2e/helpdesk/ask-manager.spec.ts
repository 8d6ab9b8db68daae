import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { confirmCaller, managerPath, openQuestion } from '../flows/answer-manager';
import { openSession } from '../flows/open-session';
import { approvalsScreen } from '../screens/staff/approvals-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { test } from '../fixtures/test';

test('a manager confirms on their own page, the agent’s form follows, and both checks send the invitation', async ({
  page: agent,
  browser,
  server,
  account,
}) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  const form = reissueScreen(agent);
  await form.reason.selectOption('Lost');
  await form.ticket.fill('T-30');
  await form.numberCalled.selectOption(KNOWN_NUMBER);
  await expect(form.points).toContainText('1 more point needed.');
  const manager = form.check(names.reissue.checks.manager);
  await expect(manager).toContainText('On record: Auditor 2');
  await form.requestManagerAnswer.click();
  await expect(manager).toContainText('Waiting for the manager’s answer');
  await confirmCaller(browser, server, account.userId);
  await expect(manager).toContainText('Confirmed by the manager');
  await expect(form.points).toHaveText('Enough.');
  await form.send.click();
  await expect(invitationScreen(agent).heading('New activation sent')).toBeVisible();
  await expect(agent.getByRole('main')).toContainText(`Called back on a known number: …${KNOWN_NUMBER.slice(-2)}`);
  await expect(agent.getByRole('main')).not.toContainText(KNOWN_NUMBER);
});

test('a manager’s refusal ends the request, and other users of the link find nothing', async ({
  page: agent,
  browser,
  server,
  account,
}) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  const form = reissueScreen(agent);
  await form.reason.selectOption('New phone');
  await form.requestManagerAnswer.click();
  const path = await managerPath(server, account.userId);

  const stranger = await browser.newPage({ baseURL: server.url });
  for (const somebody of [account, nextAccount(server), staffAccount('helpdesk-agent'), staffAccount('auditor')]) {
    await openSession(stranger, somebody);
    expect((await stranger.goto(path))?.status(), somebody.userId).toBe(404);
    await expect(stranger.getByRole('button', { name: names.confirmCaller.confirm })).toHaveCount(0);
  }
  await stranger.close();

  const manager = await openQuestion(browser, server, path);
  const words = (await form.wordsForManager.textContent()) ?? '';
  expect(words).toMatch(/^[a-z]{3,8} [a-z]{3,8}$/);
  await expect(manager.getByLabel(names.confirmCaller.words)).toHaveText(words);
  await expect(manager.getByRole('main')).toContainText(account.userId);
  await expect(manager.getByRole('main')).toContainText('Helpdesk-Agent 1');
  expect(await findAccessibilityViolations(manager)).toEqual([]);
  await manager.getByRole('button', { name: names.confirmCaller.decline }).click();
  await expect(manager.getByText('You did not confirm')).toBeVisible();
  await expect(form.check(names.reissue.checks.manager)).toContainText('The manager does not confirm it.');
  await expect(form.points).toContainText('2 more points needed');
  await manager.close();
});

test('an agent who has compared nothing asks a second person, and cannot skip that', async ({
  page: agent,
  browser,
  server,
}) => {
  const { userId } = nextAccount(server);
  await openSession(agent, { ...staffAccount('helpdesk-agent'), userId: 'helpdesk-lead.1' });
  await agent.goto(`/helpdesk/users/${userId}/reissue`);
  const form = reissueScreen(agent);
  await form.reason.selectOption('New phone');
  await form.ticket.fill('T-31');
  await form.documentEnd.fill('X4F2');
  await expect(form.points).toContainText('2 more points needed.');
  await expect(form.consequences).toContainText('Asks an approver first.');
  await expect(form.breakGlass).toBeHidden();
  expect(await findAccessibilityViolations(agent)).toEqual([]);
  await form.send.click();
  await expect(invitationScreen(agent).heading('Awaiting approval')).toBeVisible();

  const approver = await browser.newPage({ baseURL: server.url });
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  const { card } = approvalsScreen(approver).request(userId);
  await expect(card).toContainText('Nothing was compared: make sure yourself who is calling.');
  await expect(card).toContainText('Note, Last characters of an identity document: X4F2');
  await approver.close();
});
