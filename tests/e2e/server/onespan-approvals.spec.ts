import { expect, type Page } from '@playwright/test';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { mailsFor } from '@/lib/kit/server/mailbox';
import type { Server } from '@/lib/kit/server/server';
import { hardwareNames } from '@/lib/shared/names/device-names';
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

const TOKEN = '0097000002';

useOneSpan({
  makerChecker: ['DIGIPASSCMD_ASSIGN', 'DIGIPASSCMD_UNASSIGN'],
  furtherPrivileges: ['Assign DIGIPASS', 'Unassign DIGIPASS'],
  tokens: [{ serialNumber: TOKEN, type: 'DP770', kind: 'event' }],
  settings: () => ({
    ONESPAN_TAKE_LICENCES_BACK: '1',
    ONESPAN_SELF_ASSIGNMENT: 'administration',
    TESSERA_STAFF: `helpdesk-agent:${AGENT.userId},helpdesk-approver:${JOHN.userId}`,
  }),
});

/** Of a second administrator, on what waits; the site looks at it next. */
async function decide({ state }: OneSpanServer, { clock }: Server, status: 'Approved' | 'Rejected') {
  const waiting = state.pendingOperations.list().find((operation) => operation.status === 'Pending');
  expect(await state.pendingOperations.decide(waiting?.id ?? '', status, state.checker, 'seen')).toBeNull();
  clock.advance(LOOK_MS);
}

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
  const { pendingOperations, records } = oneSpan.state;
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
    await expect(page.getByText(`Removal sent for approval, reference ${operation?.id}`)).toBeVisible();
    await expect(device.openRemove).toBeHidden();
    await expect(device.testLogin).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.goto('/');
    await expect(devicesScreen(page).devices).toContainText(`Removal sent for approval, reference ${operation?.id}`);
  });

  await test.step('the checker rejects it, and the person is told so', async () => {
    await decide(oneSpan, server, 'Rejected');
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
    await expect(user.devices).toContainText(/Removal sent for approval, reference [0-9a-zA-Z]{8}/);
    await expect(user.remove).toBeHidden();
    expect(await findAccessibilityViolations(agent)).toEqual([]);
  });

  await test.step('the checker approves, and the device and its licence are gone for everybody', async () => {
    await decide(oneSpan, server, 'Approved');
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

test('a hardware authenticator waits for a second administrator, and is its person’s once it is approved', async ({
  page,
  browser,
  server,
  oneSpan,
}) => {
  const { pendingOperations, hardware } = oneSpan.state;
  const request = async () => {
    await page.goto('/authenticators/assign');
    await page.getByLabel(hardwareNames.serialNumber, { exact: true }).fill('0097-0000-02');
    await page.getByLabel(hardwareNames.password, { exact: true }).fill(JANE.password);
    const token = hardware.find(TOKEN);
    if (!token) throw new TypeError('no such token');
    await page.getByLabel(hardwareNames.response, { exact: true }).fill(await hardware.show(token));
    await page.getByRole('button', { name: hardwareNames.assign, exact: true }).click();
    await page.waitForURL('/');
  };
  const sent = () => {
    const waiting = pendingOperations.list().find(({ serialNumber }) => serialNumber === TOKEN);
    return `Hardware authenticator ${TOKEN}: sent for approval, reference ${waiting?.id}`;
  };

  await test.step('a person asks for it, sees that it waits, and can ask for no other', async () => {
    await openSession(page, JANE);
    await request();
    await expect(page.getByText(sent())).toBeVisible();
    await expect(page.getByRole('link', { name: hardwareNames.heading })).toBeHidden();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.goto('/authenticators/assign');
    await expect(page.getByText(sent())).toBeVisible();
    await expect(page.getByLabel(hardwareNames.serialNumber, { exact: true })).toBeHidden();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });

  const agent = await browser.newPage({ baseURL: server.url });
  await test.step('an agent sees the same', async () => {
    await openSession(agent, AGENT);
    await agent.goto(`/helpdesk/users/${JANE.userId}`);
    await expect(agent.getByText(sent())).toBeVisible();
    expect(await findAccessibilityViolations(agent)).toEqual([]);
  });

  await test.step('the checker rejects it, and the person is told so and may ask anew', async () => {
    await decide(oneSpan, server, 'Rejected');
    await expect.poll(() => shownAnew(page, `The hardware authenticator ${TOKEN} was not approved`)).toBe(true);
    await expect
      .poll(() =>
        mailsFor(server, `${JANE.userId}@example.org`).some((mail) =>
          mail.includes('A hardware authenticator was not assigned to you'),
        ),
      )
      .toBe(true);
    for (const { id } of pendingOperations.list()) pendingOperations.delete(id);
    await request();
  });

  await test.step('the checker approves it, and it is among the person’s devices', async () => {
    await decide(oneSpan, server, 'Approved');
    await expect
      .poll(async () => {
        await page.goto('/');
        return page.getByRole('link', { name: TOKEN, exact: true }).isVisible();
      })
      .toBe(true);
    await expect(page.getByText('sent for approval')).toBeHidden();
    await agent.reload();
    await expect(agent.getByText(TOKEN, { exact: true }).first()).toBeVisible();
    await agent.close();
  });
});
