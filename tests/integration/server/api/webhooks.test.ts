import { afterEach, beforeEach, expect, it } from 'vitest';
import { attemptsADay } from '@/lib/accounts/sign-in/limits';
import { ownContext } from '@/lib/audit/audit-context';
import { closeCase } from '@/lib/helpdesk/desk/cases/open-cases';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { MOST_WEBHOOKS } from '@/lib/messaging/manage-webhooks';
import { forUseCases } from '../../../support/databases/databases';
import { SETTINGS_ADDRESS } from '../../../support/doubles/fake-webhooks';
import { isGenuine, type WebhookReceiver } from '@/lib/kit/server/webhook-receiver';
import { apiFixture, SCOPES } from '../../../support/servers/api-fixture';
import { INVITATION } from '../../../support/servers/ticket-system';

const ANY = { 'if-match': '*' };
const FORBIDDEN_HOST = '127.0.0.1';

type Named = Record<string, unknown>;

let names = 0;

forUseCases((_name, open) => {
  const { current, ask, keyWith } = apiFixture(open);
  let key: string;
  let domain: string;
  let name: string;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    domain = `domain-${(names += 1)}.example`;
    key = keyWith(['webhook:manage'], { domain, name: 'Tickets' });
    name = `hooks-${names}.example`;
    receiver = await current.webhooks.receive(name);
  });

  afterEach(() => receiver.close());

  const send = (method: string, to: string, body?: unknown, headers: Record<string, string> = {}, by = key) =>
    ask(to, { method, key: by, ...(body !== undefined && { body }), headers });

  async function make(body: Named = { address: receiver.url }, headers: Record<string, string> = {}) {
    const made = await send('POST', '/webhooks', body, headers);
    expect([made.status, made.body]).toMatchObject([201, {}]);
    const webhook = made.body['webhook'] as Named;
    return { made, webhook, path: `/webhooks/${String(webhook['id'])}`, secret: String(made.body['signingSecret']) };
  }

  /** Types of the records about a webhook, the newest first. */
  async function recorded(id: unknown): Promise<string[]> {
    const records = await current.database.client.auditRecord.findMany({ orderBy: { sequenceNumber: 'desc' } });
    return records
      .filter((record) => JSON.stringify(record).includes(String(id)))
      .map(({ fact }) => (fact as { type: string }).type);
  }

  it('a webhook is created, read, listed, changed, tested and deleted, each with its record', async () => {
    const { made, webhook, path, secret } = await make({ address: receiver.url, events: ['account-frozen'] });
    expect(made.headers['location']).toBe(`/api/v1${path}`);
    expect(webhook).toMatchObject({
      address: receiver.url,
      events: ['account-frozen'],
      state: 'enabled',
      managedBy: 'api',
      createdBy: 'anna through the service account Tickets',
    });
    expect((await ask(path, { key })).body).toEqual(webhook);
    const { body } = await ask('/webhooks', { key });
    expect(body['webhooks']).toMatchObject([{ managedBy: 'settings' }, webhook]);

    const tried = await send('POST', `${path}/tests`);
    expect([tried.status, tried.body]).toEqual([200, { isAccepted: true, problem: null }]);
    const [event] = receiver.received;
    if (!event) throw new Error('nothing arrived');
    expect(JSON.parse(event.body)).toMatchObject({ type: 'webhook-tested' });
    expect(isGenuine(event, secret, current.webhooks.ports.clock.now())).toBe(true);

    const { headers } = await ask(path, { key });
    const match = { 'if-match': headers['etag'] ?? '' };
    const changed = await send('PATCH', path, { state: 'disabled', events: [] }, match);
    expect([changed.status, changed.body]).toMatchObject([200, { state: 'disabled', events: [] }]);
    expect((await send('PATCH', path, { state: 'enabled' }, match)).status).toBe(412);
    expect((await send('DELETE', path)).status).toBe(428);
    expect((await send('DELETE', path, undefined, ANY)).status).toBe(200);
    expect((await ask(path, { key })).status).toBe(404);
    expect(await recorded(webhook['id'])).toEqual([
      'webhook-removed',
      'webhook-changed',
      'webhook-tested',
      'webhook-added',
    ]);
  });

  it('a webhook gets the events of its domain as they happen, until it is deleted', async () => {
    const person = await current.administration.add();
    key = keyWith(SCOPES, { domain: person.domain });
    const { path } = await make({ address: receiver.url, events: ['approval-requested'] });
    const asked = await send('POST', `/people/${person.userId}/invitations`, INVITATION);
    expect([asked.status, asked.body]).toMatchObject([202, {}]);
    const { client } = current.database;
    const destination = `${receiver.url}#${path.replace('/webhooks/', '')}`;
    expect(await client.outboxMessage.count({ where: { destination, kind: 'approval-requested' } })).toBe(1);
    await send('DELETE', path, undefined, ANY);
    expect(await client.outboxMessage.count({ where: { destination, state: 'withdrawn' } })).toBe(1);
  });

  it('a webhook is posted when the case of a frozen account is opened, and when staff close it', async () => {
    const person = await current.administration.add();
    const agent = { ...person, userId: 'agent', roles: ['helpdesk-agent'] as const };
    key = keyWith(SCOPES, { domain: person.domain });
    const { path } = await make({ address: receiver.url, events: ['case-opened', 'case-closed'] });
    const { ports } = current.world;
    const frozen = await freezeAccount(ports, person, 'person', ownContext(person, ORIGIN));
    if (!frozen.ok) throw new Error(frozen.refusal);
    expect(await closeCase(ports, signedInAs(agent), frozen.value.reference, ORIGIN)).toMatchObject({ ok: true });
    const destination = `${receiver.url}#${path.replace('/webhooks/', '')}`;
    const queued = await current.database.client.outboxMessage.findMany({ where: { destination } });
    expect(queued.map(({ kind }) => kind).toSorted()).toEqual(['case-closed', 'case-opened']);
    expect(queued.map(({ about }) => about)).toEqual([frozen.value.reference, frozen.value.reference]);
  });

  it('a rotated secret signs from then on, and the earlier one signs nothing', async () => {
    const { webhook, path, secret } = await make();
    const rotated = await send('POST', `${path}/secrets`);
    expect(rotated.status).toBe(201);
    const next = String(rotated.body['signingSecret']);
    expect(next).toMatch(/^whsec_[\w-]{43}$/);
    await send('POST', `${path}/tests`);
    const [event] = receiver.received;
    if (!event) throw new Error('nothing arrived');
    const now = current.webhooks.ports.clock.now();
    expect([isGenuine(event, next, now), isGenuine(event, secret, now)]).toEqual([true, false]);
    expect((await recorded(webhook['id']))[1]).toBe('webhook-secret-rotated');
  });

  it('threat: a stolen key reads a secret — no answer, repetition, row, record or log has it after the first', async () => {
    const { made, webhook, path, secret } = await make(undefined, { 'idempotency-key': `make-${names}` });
    const repeated = await send('POST', '/webhooks', { address: receiver.url }, { 'idempotency-key': `make-${names}` });
    expect([repeated.status, repeated.body['code']]).toEqual([409, 'secret-shown-once']);
    expect(made.headers['cache-control']).toContain('no-store');
    const rotation = { 'idempotency-key': `rotate-${names}` };
    const rotated = await send('POST', `${path}/secrets`, undefined, rotation);
    const again = await send('POST', `${path}/secrets`, undefined, rotation);
    expect(again.body['code']).toBe('secret-shown-once');
    await send('POST', `${path}/tests`);
    const answers = [await ask(path, { key }), await ask('/webhooks', { key }), repeated, again];
    const { client } = current.database;
    const rows = [
      await client.managedWebhook.findMany(),
      await client.auditRecord.findMany(),
      await client.outboxMessage.findMany(),
      await client.$queryRaw`SELECT * FROM api_request`,
    ];
    const kept = JSON.stringify([answers, rows, current.log], (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(kept).toContain(String(webhook['id']));
    for (const shown of [secret, String(rotated.body['signingSecret'])]) {
      expect(shown.length).toBeGreaterThan(40);
      expect(kept).not.toContain(shown);
    }
  });

  it('threat: the webhook of another domain — does not exist, and its address is not revealed', async () => {
    const { path } = await make();
    const foreign = keyWith(['webhook:manage'], { domain: 'other.example' });
    const listed = (await ask('/webhooks', { key: foreign })).body['webhooks'] as Named[];
    expect(listed.every(({ managedBy }) => managedBy === 'settings')).toBe(true);
    const answers = [
      await ask(path, { key: foreign }),
      await send('PATCH', path, { state: 'disabled' }, ANY, foreign),
      await send('DELETE', path, undefined, ANY, foreign),
      await send('POST', `${path}/secrets`, undefined, {}, foreign),
      await send('POST', `${path}/tests`, undefined, {}, foreign),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(receiver.received).toEqual([]);
    expect((await ask(path, { key })).body['state']).toBe('enabled');
    const same = await send('POST', '/webhooks', { address: receiver.url }, {}, foreign);
    expect(same.status).toBe(201);
    await send('DELETE', `/webhooks/${String((same.body['webhook'] as Named)['id'])}`, undefined, ANY, foreign);
  });

  it('webhooks of the settings are listed without possible secrets, and changed by no key', async () => {
    const [setting] = (await ask('/webhooks', { key })).body['webhooks'] as Named[];
    expect(setting).toMatchObject({ address: `${new URL(SETTINGS_ADDRESS).origin}/…`, managedBy: 'settings' });
    const path = `/webhooks/${String(setting?.['id'])}`;
    const read = await ask(path, { key });
    expect([read.status, read.text.includes('token')]).toEqual([200, false]);
    const answers = [
      await send('PATCH', path, { state: 'disabled' }, ANY),
      await send('DELETE', path, undefined, ANY),
      await send('POST', `${path}/secrets`),
      await send('POST', `${path}/tests`),
    ];
    expect(answers.map(({ body }) => body['code'])).toEqual(Array(4).fill('managed-in-settings'));
  });

  it.each([
    ['without encryption', () => `http://${name}/`],
    ['with a password', () => `https://jane:secret@${name}/`],
    ['with a fragment', () => `https://${name}/#whk-${'0'.repeat(32)}`],
    ['that is none', () => 'hooks'],
    ['of this machine', () => 'https://127.0.0.1/'],
    ['of this machine in other digits', () => 'https://2130706433/'],
    ['of this machine in IPv6', () => 'https://[::1]/'],
    ['of this machine in both', () => 'https://[::ffff:127.0.0.1]/'],
    ['of the cloud’s metadata', () => 'https://169.254.169.254/latest/meta-data/'],
    ['of a private network', () => 'https://10.0.0.1/'],
    ['with a name that leads nowhere', () => 'https://nowhere.example/'],
  ])('threat: an address %s — makes no webhook', async (_which, address) => {
    const refused = await send('POST', '/webhooks', { address: address() });
    expect([refused.status, refused.body['code']]).toEqual([422, 'webhook-address-invalid']);
  });

  it('threat: a name that leads into a forbidden network, among others or alone — makes no webhook', async () => {
    const { names: given } = current.webhooks;
    given.set('inside.example', [[FORBIDDEN_HOST]]);
    given.set('both.example', [['127.0.0.2', FORBIDDEN_HOST]]);
    for (const host of ['inside.example', 'both.example']) {
      const refused = await send('POST', '/webhooks', { address: `https://${host}/` });
      expect(refused.body['code']).toBe('webhook-address-invalid');
    }
  });

  it('threat: a stolen key finds out the open ports of a stranger’s machine — no port but that of https is asked', async () => {
    current.webhooks.names.set('outside.example', [['8.8.8.8']]);
    for (const port of [22, 80, 8443]) {
      const refused = await send('POST', '/webhooks', { address: `https://outside.example:${port}/` });
      expect(refused.body['code']).toBe('webhook-address-invalid');
    }
    // Made while its name led into a network that may be reached at any port.
    const { path } = await make();
    current.webhooks.names.set(name, [['8.8.8.8']]);
    expect((await send('POST', `${path}/tests`)).body).toEqual({ isAccepted: false, problem: 'refused' });
    const { webhook } = await make({ address: 'https://outside.example/' });
    expect(webhook).toMatchObject({ address: 'https://outside.example/' });
  });

  it('threat: a stolen key guesses a secret address of the settings by its identifier — that says its place alone', async () => {
    const { body } = await ask('/webhooks', { key });
    const [ofSettings] = body['webhooks'] as Named[];
    expect(ofSettings).toMatchObject({ managedBy: 'settings', id: `whk-${'1'.padStart(32, '0')}` });
  });

  it('threat: a name moves to this machine when its webhook is made — nothing is connected to', async () => {
    const { port } = new URL(receiver.url);
    const inside = await current.webhooks.receive(name, FORBIDDEN_HOST, Number(port));
    try {
      const { path } = await make();
      current.webhooks.names.set(name, [[FORBIDDEN_HOST]]);
      const tried = await send('POST', `${path}/tests`);
      expect(tried.body).toEqual({ isAccepted: false, problem: 'refused' });
      // Between the check and the connection, now: only the answer that was checked counts.
      current.webhooks.names.set(name, [['127.0.0.2'], [FORBIDDEN_HOST]]);
      expect((await send('POST', `${path}/tests`)).body['isAccepted']).toBe(true);
      expect(inside.received).toEqual([]);
      expect(receiver.received).toHaveLength(1);
    } finally {
      await inside.close();
    }
  });

  it('threat: a redirect into this machine — is not followed', async () => {
    const inside = await current.webhooks.receive('inside.example', FORBIDDEN_HOST);
    try {
      const location = inside.url.replace('inside.example', FORBIDDEN_HOST);
      receiver.answer = (response) => void response.writeHead(307, { location }).end();
      const { path } = await make();
      const tried = await send('POST', `${path}/tests`);
      expect(tried.body).toEqual({ isAccepted: false, problem: 'refused' });
      expect([receiver.received.length, inside.received.length]).toEqual([1, 0]);
    } finally {
      await inside.close();
    }
  });

  it('threat: a receiver answers without end — it is left once it has answered', async () => {
    let isLeft = false;
    receiver.answer = (response) => {
      response.once('close', () => (isLeft = true));
      response.writeHead(200);
      const talk = (): void => {
        if (response.destroyed) return;
        response.write('x'.repeat(65_536));
        setImmediate(talk);
      };
      talk();
    };
    const { path } = await make();
    expect((await send('POST', `${path}/tests`)).body['isAccepted']).toBe(true);
    await expect.poll(() => isLeft).toBe(true);
  });

  it('a domain has so many webhooks and no more, and one for each address', async () => {
    await make();
    const twice = await send('POST', '/webhooks', { address: receiver.url });
    expect([twice.status, twice.body['code']]).toEqual([409, 'webhook-exists']);
    for (let count = 1; count < MOST_WEBHOOKS; count++) await make({ address: `${receiver.url}/${count}` });
    const over = await send('POST', '/webhooks', { address: `${receiver.url}/over` });
    expect([over.status, over.body['code']]).toEqual([409, 'too-many-webhooks']);
  });

  it('threat: a stolen key tries addresses all day — its budget ends that', async () => {
    const { path } = await make();
    let refused = 0;
    for (let count = 0; count <= attemptsADay('webhook-changes') && refused === 0; count++) {
      const { status, body } = await send('POST', `${path}/tests`);
      if (status === 429) refused += body['code'] === 'daily-budget-used-up' ? 1 : 0;
    }
    expect(refused).toBe(1);
    expect(receiver.received.length).toBeLessThan(attemptsADay('webhook-changes'));
  });
});
