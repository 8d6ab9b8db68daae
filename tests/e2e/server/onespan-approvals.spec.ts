import { expect, type Page } from '@playwright/test';
import { mailsFor } from '@/lib/kit/server/mailbox';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { AGENT, JANE, JOHN, test, useOneSpan } from '../fixtures/onespan-test';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { approvalsScreen } from '../screens/staff/approvals-screen';
import { userScreen } from '../screens/staff/user-screen';

/** Past the site's next look at what waits. */
const LOOK_MS = 2 * MINUTE;

useOneSpan({
  makerChecker: ['DIGIPASSCMD_UNASSIGN'],
  furtherPrivileges: ['Unassign DIGIPASS'],
  settings: () => ({
    ONESPAN_TAKE_LICENCES_BACK: '1',
    TESSERA_STAFF: `helpdesk-agent:${AGENT.userId},helpdesk-approver:${JOHN.userId}`,
  }),
});

async function shownAnew(page: Page, words: string): Promise<boolean> {
  await page.reload();
  return page.getByText(words).first().isVisible();
}

test('a removal waits for a second administrator, is refused once, and is done once it is approved', async ({
  page,
  browser,
  server,
  oneSpan,
  phone,
}) => {
  const { pendingOperations, checker, records } = oneSpan.state;
  const decide = async (status: 'Approved' | 'Rejected') => {
    const waiting = pendingOperations.list().find((operation) => operation.status === 'Pending');
    expect(await pendingOperations.decide(waiting?.id ?? '', status, checker, 'seen')).toBeNull();
    server.clock.advance(LOOK_MS);
  };
  const device = authenticatorScreen(page);

  await test.step('a person removes their only device, which waits with its reference and works', async () => {
    await openSession(page, JANE);
    await page.goto('/activations/new');
    await newActivationScreen(page).deviceName.fill('Work phone');
    await newActivationScreen(page).credential.fill(JANE.password);
    await newActivationScreen(page).show.click();
    await expect(activationScreen(page).image).toBeVisible();
    const { code, output } = await phone.scan(page);
    expect(code, output).toBe(0);
    server.clock.advance(20 * SECOND);
    await expect(activationScreen(page).activated).toBeVisible();
    await openDevice(page, 'Work phone');
    await device.openRemove.click();
    await device.remove.click();
    await expect(device.feedback).toHaveText('The removal of Work phone was sent for approval.');
    const [operation] = pendingOperations.list();
    await expect(page.getByText(`Sent for approval, reference ${operation?.id}`)).toBeVisible();
    await expect(device.openRemove).toBeHidden();
    await expect(device.testLogin).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.goto('/');
    await expect(devicesScreen(page).devices).toContainText(`Sent for approval, reference ${operation?.id}`);
  });

  await test.step('the checker rejects it, and the person is told so', async () => {
    await decide('Rejected');
    await expect.poll(() => shownAnew(page, 'Its removal was not approved.')).toBe(true);
    await expect
      .poll(() =>
        mailsFor(server, `${JANE.userId}@example.org`).some((mail) => mail.includes('A device was not removed')),
      )
      .toBe(true);
    await openDevice(page, 'Work phone');
    await expect(page.getByText('Remove it again if it is to go.')).toBeVisible();
    await expect(device.openRemove).toBeVisible();
  });

  const agent = await browser.newPage({ baseURL: server.url });
  await test.step('an agent asks for it anew, and sees that it waits once a colleague has agreed', async () => {
    await openSession(agent, AGENT);
    await agent.goto(`/helpdesk/users/${JANE.userId}`);
    const user = userScreen(agent);
    await user.remove.click();
    await user.ticket.fill('T-7');
    await agent.getByLabel('Reason').selectOption('New phone');
    await user.requestRemoval.click();
    await expect(user.devices).toContainText('Removal awaiting approval');
    const approver = await browser.newPage({ baseURL: server.url });
    await openSession(approver, JOHN);
    await approver.goto('/helpdesk/approvals');
    const request = approvalsScreen(approver).request(JANE.userId);
    await request.confirmFinal.check();
    await request.approve.click();
    await expect(request.card).toBeHidden();
    await approver.close();
    await agent.reload();
    await expect(user.devices).toContainText(/Sent for approval, reference [0-9a-zA-Z]{8}/);
    await expect(user.remove).toBeHidden();
    expect(await findAccessibilityViolations(agent)).toEqual([]);
  });

  await test.step('the checker approves, and the device and its licence are gone for everybody', async () => {
    await decide('Approved');
    await expect.poll(() => shownAnew(agent, 'No device is active.')).toBe(true);
    await page.goto('/');
    await expect(devicesScreen(page).devices).toHaveCount(0);
    await expect
      .poll(() => mailsFor(server, `${JANE.userId}@example.org`).some((mail) => mail.includes('A device was removed')))
      .toBe(true);
    expect(records.list()).toMatchObject([{ kind: 'licence', owner: null }]);
    await agent.close();
  });
});
