import { expect, request, type APIRequestContext } from '@playwright/test';
import { formInPage, type SentForm } from '../../support/servers/form-in-page';
import { invitationLink } from '@/lib/kit/server/mailbox';
import type { Server } from '@/lib/kit/server/server';
import { KNOWN_NUMBER } from '../../support/add-accounts';
import { boardAccount, nextAccount, staffAccount, type Account } from '../fixtures/accounts';
import { createInvitation } from '../flows/create-invitation';
import { ownPhone } from '../flows/own-phone';
import { recordAction } from '../flows/record-action';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';
import { VISITORS, type Visitor } from '../accounts/permission-matrix';
import { invitedScreen } from '../screens/invited-screen';
import { test } from '../fixtures/test';

const HELPDESK: Visitor[] = ['helpdesk-agent', 'helpdesk-approver'];

/** Somebody who sends what a page would send, without a page. */
type Client = { request: APIRequestContext };

async function enter(server: Server, visitor: Visitor): Promise<Client> {
  const client = { request: await request.newContext({ baseURL: server.url }) };
  if (visitor === 'user') await openSession(client, nextAccount(server));
  else if (visitor !== 'nobody') await openSession(client, staffAccount(visitor, 2));
  return client;
}

test('a role cannot exceed its rights or see what an image is made of by sending a page’s requests', async ({
  page: agentPage,
  browser,
  server,
  phone,
}) => {
  test.slow();
  const clients = new Map<Visitor, Client>();
  for (const visitor of VISITORS) clients.set(visitor, await enter(server, visitor));
  const as = (visitor: Visitor): Client => {
    const client = clients.get(visitor);
    if (!client) throw new RangeError(visitor);
    return client;
  };
  const agent = as('helpdesk-agent');
  const person: Account = await ownPhone(server, phone);
  const user = `/helpdesk/users/${person.userId}`;
  await createInvitation(agent, boardAccount(5).userId);
  const invitation = await createInvitation(agent, person.userId);
  const invitationId = invitation.split('/').at(-1) ?? '';

  await test.step('what an image, a password or a link is in', async () => {
    const owner = await enter(server, 'user');
    const { id } = await requestActivation(owner);
    for (const route of ['status?after=-1', 'image.png', 'credentials']) {
      for (const visitor of VISITORS) {
        const { status } = await ask(as(visitor), `/api/activations/${id}/${route}`);
        const refusal = visitor === 'nobody' ? 401 : visitor === 'user' ? 404 : 403;
        expect.soft(status, `${visitor} at ${route}`).toBe(refusal);
      }
    }
    await owner.request.dispose();
    for (const visitor of VISITORS) {
      const { status } = await ask(as(visitor), `/api/invitation/${invitationId}/status?after=-1`);
      const isStaff = visitor !== 'nobody' && visitor !== 'user';
      expect.soft(status, `${visitor} at an invitation’s own status`).toBe(isStaff ? 403 : 404);
    }
  });

  await test.step('a code that a caller reads out', async () => {
    const caller = nextAccount(server);
    const path = await createInvitation(agent, caller.userId, { delivery: 'phone' });
    const page = await browser.newPage({ baseURL: server.url });
    await page.goto(await invitationLink(server, `${caller.userId}@example.org`));
    const invited = invitedScreen(page);
    await invited.showCode.click();
    const code = (await invited.codeToReadOut.textContent()) ?? '';
    const form = { ...formInPage(await html(agent, path), 'Let the caller in'), code };
    const letIn = (visitor: Visitor) =>
      as(visitor).request.post(path, { multipart: form, headers: { origin: server.url }, maxRedirects: 0 });
    for (const visitor of VISITORS.filter((one) => one !== 'helpdesk-agent')) await letIn(visitor);
    const status = `/api/helpdesk/invitations/${path.split('/').at(-1)}/status?after=-1`;
    expect(await (await agent.request.get(status)).json()).toMatchObject({ state: 'live' });
    await letIn('helpdesk-agent');
    expect(await (await agent.request.get(status)).json()).toMatchObject({ state: 'opened' });
    await page.close();
  });

  await test.step('asking a caller’s phone', async () => {
    await openSession(agentPage, staffAccount('helpdesk-agent', 2));
    const asked = await recordAction(agentPage, `${user}/reissue`, 'Send a check to their phone');
    await expect(agentPage.getByText('type this number there')).toBeVisible();
    for (const visitor of VISITORS.filter((one) => one !== 'helpdesk-agent')) {
      const answer = await as(visitor).request.post(asked.url, { ...asked, maxRedirects: 0 });
      const code = visitor === 'nobody' ? 'signed-out' : 'not-permitted';
      expect.soft(await answer.text(), `${visitor} asks a caller’s phone`).toContain(`"code":"${code}"`);
    }
  });

  await test.step('actions', async () => {
    const approver = as('helpdesk-approver');
    const checks = { 'number-called': KNOWN_NUMBER };
    const reissue = { reason: 'new-phone', ticket: 'T-1', oldDevice: 'none', validForMinutes: '60', delivery: 'mail' };
    const forms: { path: string; form: SentForm; allowed: Visitor[] }[] = [
      { path: invitation, form: formInPage(await html(agent, invitation), 'Revoke invitation'), allowed: HELPDESK },
      { path: user, form: formInPage(await html(agent, user), 'Yes, lock Own phone'), allowed: HELPDESK },
      {
        path: user,
        form: { ...formInPage(await html(agent, user), 'Request removal of Own phone'), reason: 'lost', ticket: 'T-2' },
        allowed: ['helpdesk-agent'],
      },
      {
        path: `${user}/reissue`,
        form: { ...formInPage(await html(agent, `${user}/reissue`), 'Send a new activation'), ...reissue, ...checks },
        allowed: ['helpdesk-agent'],
      },
      ...(await Promise.all(
        ['Approve', 'Decline'].map(async (submit) => ({
          path: '/helpdesk/approvals',
          form: formInPage(await html(approver, '/helpdesk/approvals'), submit),
          allowed: ['helpdesk-approver' as const],
        })),
      )),
    ];
    const before = await state(agent, invitationId, user);
    for (const { path, form, allowed } of forms)
      for (const visitor of VISITORS.filter((one) => !allowed.includes(one)))
        await as(visitor).request.post(path, { multipart: form, headers: { origin: server.url }, maxRedirects: 0 });
    expect(await state(agent, invitationId, user)).toEqual(before);

    // The same forms do work for those who may: nothing above was refused for its form.
    for (const { path, form, allowed } of forms.slice(0, 5)) {
      const answer = await as(allowed[0] ?? 'nobody').request.post(path, {
        multipart: form,
        headers: { origin: server.url },
        maxRedirects: 0,
      });
      expect.soft(answer.status(), form['requestId'] ?? path).toBeLessThan(400);
    }
    expect(before).toMatchObject({ invitation: 'live', isInvited: true, isLocked: false, removalIsAsked: false });
    const after = await state(agent, invitationId, user);
    // A removal waits more, and a request that was approved waits no longer.
    const { waits } = before;
    expect(after).toEqual({ invitation: 'revoked', isInvited: true, isLocked: true, removalIsAsked: true, waits });
  });

  for (const client of clients.values()) await client.request.dispose();
});

async function html(client: Client, path: string): Promise<string> {
  return (await client.request.get(path)).text();
}

async function ask(client: Client, path: string): Promise<{ status: number }> {
  const answer = await client.request.get(path, { maxRedirects: 0 });
  return { status: answer.status() };
}

/** Everything that the actions could have changed. */
async function state({ request: client }: Client, invitationId: string, userPath: string) {
  const status = await client.get(`/api/helpdesk/invitations/${invitationId}/status?after=-1`);
  const { state: invitation } = (await status.json()) as { state: string };
  const page = await (await client.get(userPath)).text();
  const queue = await (await client.get('/helpdesk/approvals')).text();
  return {
    invitation,
    isInvited: /A new activation (?:was|waits)/.test(page),
    isLocked: page.includes('>Locked<'),
    removalIsAsked: page.includes('Removal awaiting approval'),
    waits: queue.split('Last sign-in').length - 1,
  };
}
