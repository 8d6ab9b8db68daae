import { expect, type Page } from '@playwright/test';
import { anotherNumber } from '../../support/phones/login-device';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { activateWithNotifications, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { typeNumber } from '../flows/scan-sign-in';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';
import { phoneApp } from '../screens/phone-app';
import { reissueScreen } from '../screens/staff/reissue-screen';

test.use({ isAppKept: true });

/** The agent asks the caller's phone. @returns the number to say */
async function askPhone(agent: Page, userId: string): Promise<string> {
  await agent.goto(`/helpdesk/users/${userId}/reissue`);
  const form = reissueScreen(agent);
  await form.reason.selectOption('New phone');
  await form.ticket.fill('T-12');
  await form.askPhone.click();
  await expect(form.numberForCaller).toBeVisible();
  return (await form.numberForCaller.textContent()) ?? '';
}

test('a caller who enters the agent’s number on the phone is checked without a sign-in, and a report proves nothing', async ({
  page,
  account,
  phonePage,
  signInPage: agent,
}) => {
  await activateWithNotifications(page, account, phonePage);
  await phonePage.reload();
  await openSession(agent, staffAccount('helpdesk-agent'));
  const number = await askPhone(agent, account.userId);
  const [form, app] = [reissueScreen(agent), phoneApp(phonePage)];
  await expect(agent.getByText('No phone has opened it yet')).toBeVisible();
  await app.openRequest.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading('Are you calling the helpdesk?')).toBeVisible();
  await expect(phonePage.getByText('This signs nobody in')).toBeVisible();
  await expect(agent.getByText('A phone has opened it')).toBeVisible();
  const words = (await form.wordsForCaller.textContent()) ?? '';
  expect(words).toMatch(/^[a-z]{3,8} [a-z]{3,8}$/);
  await expect(app.agentWords).toHaveText(words);
  for (const shown of [agent, phonePage]) expect(await findAccessibilityViolations(shown)).toEqual([]);

  await typeNumber(phonePage, number);
  await expect(app.heading('Confirmed')).toBeVisible();
  await expect(agent.getByText('Confirmed by the caller')).toBeVisible();
  await expect(form.points).toHaveText('Enough.');
  await form.send.click();
  await expect(agent).toHaveURL(/\/helpdesk\/invitations\/inv-/);
  await expect(agent.getByText(/Confirmed on another of their devices: VDS\d+-\d+/)).toBeVisible();

  await app.done.click();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, PHONE_PIN);
  await askPhone(agent, account.userId);
  await app.openRequest.click();
  await app.thatWasNotMe.click();
  await expect(app.heading('Thank you for reporting it')).toBeVisible();
  await expect(agent.getByText('End the call and tell security')).toBeVisible();
  await expect(form.points).toContainText('2 more points needed');
  await app.done.click();

  await form.askAgain.click();
  await app.openRequest.click();
  await expect(app.heading('Are you calling the helpdesk?')).toBeVisible();
  await typeNumber(phonePage, anotherNumber((await form.numberForCaller.textContent()) ?? ''));
  await expect(app.heading('Wrong number')).toBeVisible();
  await expect(agent.getByText('The caller typed a wrong number')).toBeVisible();
  await expect(form.points).toContainText('2 more points needed');
  await expect(form.points).toContainText('2 more points needed');
});
