import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { invitationLink } from '@/lib/kit/server/mailbox';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { openInvitation } from '../flows/open-invitation';
import { sendInvitation } from '../flows/send-invitation';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { invitedScreen } from '../screens/invited-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { test } from '../fixtures/test';

test('a link withstands a scanner that fetches, follows and submits, other people, and a second use', async ({
  page: agent,
  browser,
  server,
  account,
  phone,
}) => {
  await openSession(agent, staffAccount('helpdesk-agent'));
  await sendInvitation(agent, account.userId);
  const link = await invitationLink(server, `${account.userId}@example.org`);
  const [path = '', token = ''] = link.split('#');
  const stillSent = () => expect(invitationScreen(agent).heading('New activation sent')).toBeVisible();

  // A scanner that fetches and follows what it finds, then one that runs scripts and submits the form it sees.
  const scanner = await browser.newPage({ baseURL: server.url });
  for (const method of ['GET', 'HEAD']) await scanner.request.fetch(link, { method });
  const form = { token, password: 'submitted' };
  for (const headers of [{}, { origin: server.url }]) await scanner.request.post(link, { form, headers });
  const sent: string[] = [];
  scanner.on('request', (request) => sent.push(request.url(), request.headers()['referer'] ?? ''));
  await scanner.goto(link);
  const invited = invitedScreen(scanner);
  await expect(invited.continue).toBeVisible();
  await expect(scanner.getByText('For p…')).toBeVisible();
  expect(await scanner.content()).not.toContain(account.userId);
  await invited.showUserId.click();
  await expect(scanner.getByText(account.userId)).toBeFocused();
  await expect(scanner.locator('[autocomplete=username]')).toHaveValue(account.userId);
  expect.soft(await findAccessibilityViolations(scanner), 'before the press').toEqual([]);
  await invited.password.fill('submitted');
  await invited.continue.click();
  await expect(scanner.getByText('That password is not right')).toBeVisible();
  expect.soft(await findAccessibilityViolations(scanner), 'after a wrong password').toEqual([]);
  expect(sent.join('\n')).toContain(path);
  expect(sent.join('\n')).not.toContain(token);
  expect(scanner.url()).not.toContain(token);
  await stillSent();

  const other = await browser.newPage({ baseURL: server.url });
  await openSession(other, nextAccount(server));
  await other.goto(link);
  await expect(other.getByText('This invitation is for somebody else')).toBeVisible();
  await stillSent();

  const user = await browser.newPage({ baseURL: server.url });
  await openInvitation(user, link, account);
  await expect(invitationScreen(agent).heading('Invitation opened')).toBeVisible();
  await scanner.goto('/sign-in');
  await scanner.goto(link);
  await expect(scanner.getByText('This invitation has been opened already')).toBeVisible();

  // Whoever was let in may activate a device, and nothing else.
  await user.goto('/');
  await expect(devicesScreen(user).heading).toBeHidden();
  await user.getByRole('link', { name: 'Continue activation' }).click();
  await newActivationScreen(user).show.click();
  await expect(activationScreen(user).image).toBeVisible();
  const { code, output } = await phone.scan(user);
  expect(code, output).toBe(0);
  await expect(activationScreen(user).activated).toBeVisible();
  await expect(activationScreen(user).oneTimePassword).toBeHidden();
  await expect(user.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await user.goto('/profile');
  await expect(user).toHaveURL(/\/sign-in/);
  await user.goto('/');
  await expect(user.getByRole('heading', { name: 'Your device is activated' })).toBeVisible();
  expect.soft(await findAccessibilityViolations(user), 'after the activation').toEqual([]);

  await scanner.goto('/sign-in');
  await scanner.goto(link);
  await expect(scanner.getByText('This invitation has been used')).toBeVisible();
  for (const page of [scanner, other, user]) await page.close();
});
