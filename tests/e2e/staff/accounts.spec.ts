import { expect } from '@playwright/test';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { addDevice } from '../flows/add-device';
import { signIn } from '../flows/sign-in';
import { userScreen } from '../screens/staff/user-screen';
import { accountScreen } from '../screens/staff/account-screen';
import { activationScreen } from '../screens/activation-screen';

test('an account is created, its link sets the password once, and it is deleted after a question', async ({
  page: administrator,
  signInPage: user,
  server,
}) => {
  await openSession(administrator, staffAccount('administrator'));
  await administrator.goto('/helpdesk');
  expect(await findAccessibilityViolations(administrator)).toEqual([]);
  await administrator.getByRole('link', { name: 'Create an account' }).click();
  const screen = accountScreen(administrator);
  const userId = administrator.getByLabel('User ID');
  const create = administrator.getByRole('button', { name: 'Create account' });
  // Everything that is wrong is said at once, in the page's words and not in the browser's.
  await create.click();
  await expect(userId).toBeFocused();
  await expect(alertIn(administrator).filter({ hasText: 'Fill in this field.' })).not.toHaveCount(0);
  await userId.fill('bad id');
  await screen.name.fill('Zoë Quill');
  await screen.addresses.fill('nobody');
  await create.click();
  await expect(userId).toHaveAttribute('aria-invalid', 'true');
  await expect(screen.addresses).toHaveAttribute('aria-invalid', 'true');
  await userId.fill('person.1');
  await screen.addresses.fill('zoe.quill@example.org');
  await create.click();
  await expect(userId).toBeFocused();
  await expect(alertIn(administrator).filter({ hasText: 'That user ID is taken.' })).toBeVisible();
  await expect(screen.addresses).toHaveValue('zoe.quill@example.org');
  await userId.fill('zoe.quill');
  await screen.addresses.fill('nobody');
  await create.click();
  await expect(screen.addresses).toBeFocused();
  expect(await findAccessibilityViolations(administrator)).toEqual([]);
  await screen.addresses.fill('zoe.quill@example.org');
  await create.click();
  await expect(administrator).toHaveURL(/\/helpdesk\/users\/zoe\.quill$/);
  await expect(administrator.locator(':focus')).toContainText('the link for the first password is on its way');
  await expect(screen.state).toContainText('Waits for them to choose a password');
  const links = () =>
    mailsFor(server, 'zoe.quill@example.org').flatMap((mail) => mail.match(/\/sign-in\/first-password#[\w-]+/g) ?? []);
  await expect.poll(() => links().length).toBeGreaterThan(0);
  const [first] = links();
  await screen.sendLink.click();
  await expect(administrator.locator(':focus')).toContainText('The earlier one no longer works.');
  await expect.poll(() => links().at(-1)).not.toBe(first);
  const password = 'seventeen quiet herons';
  await user.goto(links().at(-1) ?? '');
  await user.getByLabel('New password', { exact: true }).fill(password);
  await user.getByLabel('New password again').fill(password);
  await user.getByRole('button', { name: 'Set password' }).click();
  await expect(user).toHaveURL(/\/sign-in(?:[#?]|$)/);
  await openSession(user, { userId: 'zoe.quill', password });
  await administrator.reload();
  await expect(screen.state).toContainText('Enabled');
  await expect(screen.sessions).toHaveCount(1);

  // Meanwhile in another window; whoever saves last does not overwrite what they have not seen.
  const otherWindow = await administrator.context().newPage();
  await otherWindow.goto('/helpdesk/users/zoe.quill');
  await accountScreen(otherWindow).name.fill('Zoë Quill-Poe');
  await accountScreen(otherWindow).save.click();
  await expect(otherWindow.locator(':focus')).toContainText('The details are saved.');
  await otherWindow.close();
  await screen.name.fill('Zoe');
  await screen.save.click();
  await expect(administrator.locator(':focus')).toContainText('changed after you opened the page');
  await expect(screen.name).toHaveValue('Zoë Quill-Poe');
  await screen.name.fill('Zoë Quill');
  await screen.save.click();
  await expect(administrator.locator(':focus')).toContainText('The details are saved.');
  await expect(screen.name).toHaveValue('Zoë Quill');

  await administrator.goto('/helpdesk?q=quill');
  await administrator.getByRole('link', { name: 'User page' }).click();
  await screen.remove.click();
  expect(await findAccessibilityViolations(administrator)).toEqual([]);
  await screen.removeIt.click();
  await expect(administrator).toHaveURL(/\/helpdesk$/);
  await expect(administrator.locator(':focus')).toContainText('The account zoe.quill is being deleted.');
  await expect.poll(async () => (await administrator.request.get('/helpdesk/users/zoe.quill')).status()).toBe(404);
});

test('a staff role takes two people, one removes it, and a disabled user is signed out at once', async ({
  page: user,
  browser,
  server,
  account,
  signInPage: administrator,
}) => {
  await openSession(administrator, staffAccount('administrator'));
  await administrator.goto(`/helpdesk/users/${account.userId}`);
  const screen = accountScreen(administrator);
  await screen.request('Auditor').click();
  await expect(administrator.locator(':focus')).toContainText('once a second person agrees');
  await expect(screen.role('Auditor')).toContainText('Waiting');
  await administrator.goto('/helpdesk/approvals');
  const queued = (page: typeof user) =>
    page.getByRole('list', { name: 'Roles' }).getByRole('listitem').filter({ hasText: account.userId });
  await expect(queued(administrator)).toContainText('You requested this, so somebody else decides.');

  const approver = await browser.newPage({ baseURL: server.url });
  await openSession(approver, staffAccount('helpdesk-approver'));
  await approver.goto('/helpdesk/approvals');
  expect(await findAccessibilityViolations(approver)).toEqual([]);
  await queued(approver).getByRole('button', { name: 'Approve' }).click();
  await expect(approver.locator(':focus')).toContainText('has the role Auditor');
  await approver.close();

  await openSession(user, account);
  expect((await user.request.get('/helpdesk/audit')).status()).toBe(200);
  await administrator.goto(`/helpdesk/users/${account.userId}`);
  await expect(screen.sessions).toHaveCount(1);
  await screen.takeAway('Auditor').click();
  await expect(administrator.locator(':focus')).toContainText('no longer has the role Auditor');
  await expect(screen.sessions).toHaveCount(0);

  await openSession(user, account);
  expect((await user.request.get('/helpdesk/audit')).status()).toBe(403);
  await openActivation(user, 'Phone');
  await expect(activationScreen(user).image).toBeVisible();
  await screen.disable.click();
  await screen.disableIt.click();
  await expect(administrator.locator(':focus')).toContainText('signed out everywhere and can’t sign in');
  await expect(user.getByText('You are signed out', { exact: true })).toBeVisible();
  await expect(screen.state).toContainText('Disabled');
  expect(await findAccessibilityViolations(administrator)).toEqual([]);
  await screen.enable.click();
  await expect(administrator.locator(':focus')).toContainText('can sign in again');

  await administrator.goto('/helpdesk/users/administrator.1');
  await expect(administrator.getByText('Nobody changes their own. Ask another administrator.')).toBeVisible();
  await expect(administrator.getByRole('main').getByRole('button')).toHaveCount(0);
});

test('an administrator sees a user’s devices on the helpdesk’s page of them, and nothing that the helpdesk alone may', async ({
  page: administrator,
  signInPage: user,
  account,
  phone,
  browser,
  server,
}) => {
  await signIn(user, account);
  await addDevice(user, phone);
  await openSession(administrator, staffAccount('administrator'));
  // Where bookmarks lead.
  await administrator.goto('/administration/users');
  await expect(administrator).toHaveURL(/\/helpdesk$/);
  await expect(administrator.getByRole('table', { name: 'Users' }).getByRole('row')).not.toHaveCount(0);
  await administrator.goto(`/administration/users/${account.userId}`);
  await expect(administrator).toHaveURL(new RegExp(`/helpdesk/users/${account.userId}$`));
  const screen = userScreen(administrator);
  await expect(screen.devices).toHaveCount(1);
  await expect(screen.devices.getByRole('button')).toHaveCount(0);
  await expect(screen.devices.locator('summary')).toHaveCount(0);
  await expect(screen.reissue).toBeHidden();
  await expect(screen.firstStep).toBeHidden();
  await expect(screen.couldConfirm).toBeHidden();
  await expect(screen.activity).toBeHidden();
  await expect(accountScreen(administrator).role('Auditor')).toBeVisible();
  expect(await findAccessibilityViolations(administrator)).toEqual([]);

  const agent = await browser.newPage({ baseURL: server.url });
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}`);
  await expect(userScreen(agent).firstStep).toBeVisible();
  await expect(accountScreen(agent).role('Auditor')).toBeHidden();
  await expect(accountScreen(agent).save).toBeHidden();
  await agent.close();
});
