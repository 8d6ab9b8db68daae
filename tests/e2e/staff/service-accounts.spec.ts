import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { serviceAccountScreen } from '../screens/staff/service-account-screen';

const { serviceAccount } = names;
const KEY = /^tes_[0-9a-z]{12}_[0-9A-Za-z]{49}$/;

test('a service account takes two people, its key is shown once, and one stops it', async ({
  page: administrator,
  signInPage: approver,
  server,
}) => {
  const name = 'Ticket system';
  await openSession(administrator, staffAccount('administrator'));
  await openSession(approver, staffAccount('helpdesk-approver'));
  const screen = serviceAccountScreen(administrator);
  const said = administrator.locator(':focus');

  await test.step('asked for', async () => {
    await administrator.goto('/administration/service-accounts');
    await screen.request.click();
    await screen.name.fill(name);
    await screen.send.click();
    await expect(administrator.getByText('Choose at least one thing that the system may do.')).toBeVisible();
    await screen.scope('Find people').check();
    await screen.networks.fill('10.1.2.3/8');
    await screen.send.click();
    await expect(screen.networks).toBeFocused();
    expect(await findAccessibilityViolations(administrator)).toEqual([]);
    await screen.networks.fill('10.0.0.0/8');
    await screen.send.click();
    await expect(administrator).toHaveURL(/\/administration\/service-accounts$/);
    await expect(screen.awaited).toContainText([name]);
    await administrator.goto('/helpdesk/approvals');
    const own = administrator.getByRole('listitem').filter({ hasText: `An account for ${name}` });
    await expect(own).toContainText('You requested this, so somebody else decides.');
  });

  await test.step('approved by a second person', async () => {
    await approver.goto('/helpdesk/approvals');
    expect(await findAccessibilityViolations(approver)).toEqual([]);
    const queued = approver.getByRole('listitem').filter({ hasText: `An account for ${name}` });
    await expect(queued).toContainText('10.0.0.0/8');
    await queued.getByRole('button', { name: 'Approve' }).click();
    await expect(approver.locator(':focus')).toContainText('Approved.');
  });

  const key = await test.step('its key is shown once, to whoever asked', async () => {
    await administrator.goto('/administration/service-accounts');
    await screen.account(name).click();
    await screen.keyLink(serviceAccount.showKey).click();
    const answer = administrator.waitForResponse((response) => response.request().method() === 'POST');
    await screen.showKey.click();
    await expect(screen.key).toHaveText(KEY);
    expect((await answer).headers()['cache-control']).toContain('no-store');
    expect(await findAccessibilityViolations(administrator)).toEqual([]);
    const shown = (await screen.key.textContent()) ?? '';
    await administrator.reload();
    await expect(screen.replaceKey).toBeVisible();
    expect(await administrator.content()).not.toContain(shown.split('_')[2]);
    await expect.poll(() => mailsFor(server, 'administrator.2@example.org').join()).toContain(name);
    expect(mailsFor(server, 'administrator.2@example.org').join()).not.toContain(shown.split('_')[2]);
    return shown;
  });

  await test.step('it is replaced, and the way back shows neither', async () => {
    await screen.overlap.selectOption('Opens for 7 days');
    await screen.replaceKey.click();
    await expect(screen.key).toHaveText(KEY);
    await expect(screen.key).not.toHaveText(key);
    const replaced = (await screen.key.textContent()) ?? '';
    await screen.stored.click();
    await expect(screen.keys).toHaveCount(2);
    await expect(screen.keys.nth(1)).toContainText('Ends');
    await administrator.goBack();
    await expect(screen.replaceKey).toBeVisible();
    expect(await administrator.content()).not.toContain(replaced.split('_')[2]);
    await administrator.goForward();
  });

  await test.step('one narrows it and suspends it; more waits for a second person', async () => {
    await screen.networks.fill('10.1.0.0/16');
    await screen.saveLimits.click();
    await expect(said).toContainText('The limits are saved.');
    await screen.scope('Lock devices').check();
    await screen.saveScopes.click();
    await expect(administrator.getByText('Waiting for a second person: Lock devices.')).toBeVisible();
    await screen.suspend.click();
    await expect(said).toContainText(`${name} is suspended`);
    await expect(screen.resume).toBeVisible();
    await expect(screen.history.first()).toContainText('Suspended');
    expect(await findAccessibilityViolations(administrator)).toEqual([]);
    await screen.end.click();
    await screen.endIt.click();
    await expect(said).toContainText(`${name} has ended.`);
    await expect(screen.resume).toBeHidden();
    await expect(screen.keyLink(serviceAccount.replaceKey)).toBeHidden();
  });
});
