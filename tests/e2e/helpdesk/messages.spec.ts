import { expect } from '@playwright/test';
import { Server } from '@/lib/kit/server/server';
import { formInPage } from '../../support/servers/form-in-page';
import { TestMailServer } from '../../support/servers/test-mail-server';
import { isGenuine, WebhookReceiver } from '@/lib/kit/server/webhook-receiver';
import { staffAccount } from '../fixtures/accounts';
import { openNewInvitation } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { test as isolated } from '../fixtures/isolated-test';

const SECRET = 'the secret of a webhook under test';

const test = isolated.extend<{ mails: TestMailServer; webhook: WebhookReceiver }>({
  mails: async ({ template: _template }, use) => {
    const mails = await TestMailServer.open();
    await use(mails);
    await mails.close();
  },
  webhook: async ({ template: _template }, use) => {
    const webhook = await WebhookReceiver.open();
    await use(webhook);
    await webhook.close();
  },
  server: async ({ template, mails, webhook }, use) => {
    const env = {
      SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
      MAIL_FROM: 'tessera@example.org',
      WEBHOOK_URLS: webhook.url,
      WEBHOOK_SECRETS: SECRET,
    };
    const server = await Server.start({ template, env });
    await use(server);
    await server.dispose();
  },
});

test('a refused mail and event can be sent again once the cause is fixed, by administrators only', async ({
  page: agent,
  browser,
  server,
  mails,
  webhook,
}) => {
  webhook.answer = (response) => response.writeHead(410).end();
  mails.trouble = { at: 'recipient', how: 550 };
  await openSession(agent, staffAccount('helpdesk-agent'));
  await openNewInvitation(agent, 'person.1');
  await expect(agent.getByText('The other side refused it.')).toBeVisible();
  await expect(invitationScreen(agent).done).toHaveCount(1);

  const administrator = await browser.newPage({ baseURL: server.url });
  await openSession(administrator, staffAccount('administrator'));
  await administrator.goto('/helpdesk/messages');
  const letters = administrator.getByRole('table', { name: 'Undelivered messages' }).locator('tbody').getByRole('row');
  const mail = letters.filter({ hasText: 'Email to' });
  const event = letters.filter({ hasText: 'Webhook' });
  await expect(mail).toContainText('p…@example.org');
  await expect(event).toContainText('127.0.0.1');
  for (const letter of await letters.allTextContents()) expect(letter).not.toContain('person.1');

  const form = formInPage(await (await administrator.request.get('/helpdesk/messages')).text(), 'Send again');
  for (const role of ['helpdesk-agent', 'helpdesk-approver', 'auditor'] as const) {
    const other = await browser.newPage({ baseURL: server.url });
    await openSession(other, staffAccount(role, 2));
    await other.request.post('/helpdesk/messages', { multipart: form, headers: { origin: server.url } });
    await other.close();
  }
  await administrator.reload();
  await expect(letters).toHaveCount(2);

  mails.trouble = null;
  webhook.answer = null;
  webhook.received.length = 0;
  await mail.getByRole('button', { name: 'Send again' }).click();
  await expect(mail).toHaveCount(0);
  await event.getByRole('button', { name: 'Send again' }).click();
  await expect(letters).toHaveCount(0);
  await expect.poll(() => webhook.received.map((one) => isGenuine(one, SECRET, new Date()))).toEqual([true]);
  expect(JSON.parse(webhook.received[0]?.body ?? '')).toMatchObject({ type: 'invitation-created', userId: 'person.1' });
  await expect.poll(() => mails.received.map(({ to }) => to)).toEqual([['person.1@example.org']]);
  await agent.reload();
  await expect(invitationScreen(agent).done).toContainText(['Sent', 'Accepted by the email server']);
  await administrator.close();
});
