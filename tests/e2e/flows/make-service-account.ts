import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { staffAccount } from '../fixtures/accounts';
import { serviceAccountScreen } from '../screens/staff/service-account-screen';
import { openSession } from './open-session';

/** Two people make a service account. Ends on its page, where the administrator has read its key. */
export async function makeServiceAccount(
  administrator: Page,
  approver: Page,
  { name, scopes }: { name: string; scopes: readonly string[] },
): Promise<{ id: string; key: string }> {
  const screen = serviceAccountScreen(administrator);
  await openSession(administrator, staffAccount('administrator'));
  await openSession(approver, staffAccount('helpdesk-approver'));
  await administrator.goto('/administration/service-accounts/new');
  await screen.name.fill(name);
  for (const scope of scopes) await screen.scope(scope).check();
  await screen.send.click();
  await expect(screen.awaited.filter({ hasText: name })).toBeVisible();
  await approver.goto('/helpdesk/approvals');
  const queued = approver.getByRole('listitem').filter({ hasText: name });
  await queued.getByRole('button', { name: names.approvals.approve }).click();
  await expect(queued).toBeHidden();
  await administrator.goto('/administration/service-accounts');
  await screen.account(name).click();
  await screen.keyLink(names.serviceAccount.showKey).click();
  await screen.showKey.click();
  await expect(screen.key).toHaveText(/^tes_/);
  const key = (await screen.key.textContent()) ?? '';
  await screen.stored.click();
  await expect(screen.keys).toHaveCount(1);
  const id = /sva-[0-9a-f]{32}/.exec(administrator.url())?.[0] ?? '';
  return { id, key };
}
