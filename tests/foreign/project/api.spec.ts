import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiClient } from '@tessera-auth/kit/api';
import { expect, KitServiceAccounts, names, Site, test } from '@tessera-auth/kit/playwright';

test('a ticket system invites a person, repeats itself without harm, and follows them to the new device', async ({
  page,
  people,
  phone,
  phones,
  mailbox,
  serviceAccounts,
}) => {
  const pat = await people.make();
  const { instanceId: deviceId } = await phone.seed(pat, 'Old phone');
  // What Pat reads out to the ticket system. A repeated request repeats it.
  const oneTimePassword = { deviceId, digits: await phone.otp() };
  const tickets = await serviceAccounts.make({ scopes: ['invitation:send', 'invitation:view'] });
  const invite = () =>
    tickets.call('POST', '/people/{userId}/invitations', {
      path: { userId: pat.userId },
      body: {
        reason: 'new-phone',
        ticket: 'INC-4711',
        delivery: 'mail',
        checks: [],
        oneTimePassword,
      },
      headers: { 'idempotency-key': 'INC-4711' },
    });
  const { status, body: sent } = await invite();
  expect(status).toBe(201);
  expect(sent.requestedBy).toContain(`through the service account ${tickets.name}`);
  const repeated = await invite();
  expect(repeated.body.id).toBe(sent.id);

  const link = await mailbox.invitationLink(pat);
  expect(JSON.stringify(sent)).not.toContain(new URL(link).hash);
  await page.goto(link);
  await page.getByLabel(names.invited.password).fill(pat.password);
  await page.getByRole('button', { name: names.invited.continue }).click();
  await page.getByRole('button', { name: names.newActivation.show }).click();
  const replacement = await phones();
  const { instanceId } = await replacement.activate(page);

  const path = { invitationId: sent.id };
  let seen = await tickets.call('GET', '/invitations/{invitationId}', { path });
  // Answered as soon as something has changed.
  while (seen.body.newDeviceId === null || seen.body.state !== 'used') {
    const headers = { prefer: 'wait=20', 'if-none-match': seen.headers.get('etag') ?? '' };
    seen = await tickets.call('GET', '/invitations/{invitationId}', { path, headers });
  }
  expect(seen.body.newDeviceId).toBe(instanceId);
  await mailbox.next(pat, /device/i);
  const invitations = mailbox.list(pat).flatMap(({ links }) => links.filter((found) => found.includes('/invitation#')));
  expect(new Set(invitations)).toEqual(new Set([link]));
});

test('a key opens what its scopes name, and a wrong one opens nothing', async ({
  people,
  serviceAccounts,
  tessera,
}) => {
  const pat = await people.make();
  const { call, key, name } = await serviceAccounts.make({ scopes: ['user:view'], name: 'Onboarding' });
  const path = { userId: pat.userId };
  const { body } = await call('GET', '/people/{userId}', { path });
  expect(body).toMatchObject({ displayName: pat.displayName, roles: ['user'], state: 'enabled' });
  await expect(call('GET', '/people/{userId}/devices', { path })).resolves.toMatchObject({ status: 200 });
  await expect(call('GET', '/people/{userId}/invitations', { path })).rejects.toMatchObject({
    name: 'ApiProblem',
    status: 403,
    code: 'missing-scope',
  });
  const wrong = apiClient({ url: tessera.url, key: key.replace(/.$/, '-') });
  await expect(wrong('GET', '/service-account', {})).rejects.toMatchObject({ status: 401 });

  const running = Site.at(tessera.url);
  const given = await new KitServiceAccounts(running, key).make({ scopes: ['user:view'] });
  expect(given.name).toBe(name);
  await expect(new KitServiceAccounts(running, key).make({ scopes: ['audit:read'] })).rejects.toThrow(
    'the key in TESSERA_TEST_API_KEY lacks audit:read',
  );
  await expect(new KitServiceAccounts(running).make({ scopes: ['user:view'] })).rejects.toThrow(
    `serviceAccounts.make needs the key of a service account of ${tessera.url} in TESSERA_TEST_API_KEY`,
  );
});

test(
  'a site of one’s own sends a person here to activate, and gets them back',
  { tag: '@all' },
  async ({ page, people, phone, serviceAccounts }) => {
    const site = createServer((_, response) => void response.end('Welcome back')).listen(0, 'localhost');
    await once(site, 'listening');
    const back = { url: `http://localhost:${(site.address() as AddressInfo).port}/back`, name: 'Example Bank' };
    const pat = await people.make();
    const bank = await serviceAccounts.make({ scopes: ['activation-link:make'], returnAddresses: [back] });
    const { body: link } = await bank.call('POST', '/activation-links', {
      body: { userId: pat.userId, returnAddress: back.url, state: 'qk3Xv0w8Zr' },
      headers: { 'idempotency-key': 'one' },
    });
    await people.signIn(page, pat);
    await page.goto(link.address);
    await page.getByRole('button', { name: names.activationLink.activate }).click();
    await page.getByRole('button', { name: names.newActivation.show }).click();
    await phone.activate(page);
    await page.getByRole('button', { name: names.activationLink.backTo(back.name) }).click();
    await expect(page).toHaveURL(/\/back\?.*state=qk3Xv0w8Zr/);
    await page.context().close();
    site.close();
  },
);
