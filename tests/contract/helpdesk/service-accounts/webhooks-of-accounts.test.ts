import { beforeAll, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import type { ServiceAccountRequester } from '@/lib/accounts/users/principal';
import type { Database } from '@/lib/database/database';
import { PrismaIdempotencyStore } from '@/lib/database/tables/service-accounts/prisma-idempotency-store';
import { createWebhook } from '@/lib/messaging/manage-webhooks';
import { destinationOf, type ManagedWebhook } from '@/lib/messaging/managed-webhook';
import type { NewWebhookEvent } from '@/lib/messaging/new-message';
import {
  changeServiceLimits,
  endServiceAccount,
  removeScopes,
  resumeServiceAccount,
  suspendServiceAccount,
} from '@/lib/helpdesk/service-accounts/change-account';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { rounds } from '../../../support/rounds';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import {
  databaseServiceAccounts,
  madeServiceAccount,
  valueOf,
  type FakeServiceAccounts,
} from '../../../support/doubles/fake-service-accounts';
import { fakeWebhooks, type FakeWebhooks } from '../../../support/doubles/fake-webhooks';
import { signedInAs } from '../../../support/doubles/principal';
import { newWebhookEvent } from '../../../support/mail/new-webhook-event';
import { testPersister } from '../../../support/test-chain';

let hosts = 0;

forEachPairOfReplicas((_name, open) => {
  let database: Database;
  let here: FakeServiceAccounts;
  let there: FakeServiceAccounts;
  let webhooks: FakeWebhooks;
  let webhooksThere: FakeWebhooks;
  let administrator: User;
  let approver: User;

  beforeAll(async () => {
    const [first, second] = await open();
    database = first;
    here = databaseServiceAccounts(first);
    there = databaseServiceAccounts(second, here.clock);
    webhooks = fakeWebhooks(first, here.clock);
    webhooksThere = fakeWebhooks(second, here.clock);
    [administrator, approver] = [await here.add(['administrator']), await here.add(['administrator'])];
  });

  /** A service account as its calls to the API are made. */
  async function system(): Promise<ServiceAccountRequester & { id: ServiceAccountId }> {
    const scopes = ['webhook:manage', 'user:find'] as const;
    const { id } = await madeServiceAccount(here, { administrator, approver }, { scopes });
    const account = await here.ports.accounts.find(id, 'example.org');
    if (!account) throw new Error(`no ${id}`);
    const { domain, name } = account;
    return { id, domain, name, scopes: new Set(scopes), keyShownTo: administrator.userId };
  }

  async function webhookOf(owner: ServiceAccountRequester, by = webhooks): Promise<ManagedWebhook> {
    const host = `hooks-${(hosts += 1)}.example`;
    by.names.set(host, [['127.0.0.2']]);
    const given = { address: `https://${host}/in?token=of-the-receiver`, events: [] };
    return valueOf(await createWebhook(by.ports, owner, given, ORIGIN)).webhook;
  }

  /** Something happens in the domain, of which every webhook is told. */
  async function happen({ domain }: ServiceAccountRequester): Promise<void> {
    const event = { type: 'account-frozen', userId: 'jane.doe', domain, at: here.clock.now() } as const;
    const message = { ...newWebhookEvent(), event } as NewWebhookEvent;
    await database.client.$transaction((transaction) =>
      testPersister(here.clock)(transaction, { events: [], messages: [message] }),
    );
  }

  const messages = (webhook: ManagedWebhook, state = 'pending') =>
    database.client.outboxMessage.count({ where: { destination: destinationOf(webhook), state } });

  const secretOf = (webhook: ManagedWebhook) => webhooksThere.ports.webhooks.secretOf(webhook.id, here.clock.now());

  const end = ({ id }: { id: ServiceAccountId }, world = here) =>
    endServiceAccount(world.ports, signedInAs(administrator), id, ORIGIN);

  it('threat: an ended system goes on listening — its webhooks end with it and their pending messages are dropped', async () => {
    const [ended, other] = [await system(), await system()];
    const [gone, stays] = [await webhookOf(ended), await webhookOf(other)];
    await happen(ended);
    expect([await messages(gone), await messages(stays)]).toEqual([1, 1]);

    valueOf(await end(ended));
    expect(await webhooksThere.ports.webhooks.find(gone.id, gone.domain)).toBeNull();
    expect(await secretOf(gone)).toBeNull();
    expect([await messages(gone), await messages(gone, 'withdrawn'), await messages(stays)]).toEqual([0, 1, 1]);
    const kept = await database.client.outboxMessage.findMany({ where: { destination: destinationOf(gone) } });
    expect(kept.map(({ encryptedContent }) => encryptedContent)).toEqual([null]);
    await happen(ended);
    expect([await messages(gone), await messages(stays)]).toEqual([0, 2]);
    expect(await secretOf(stays)).toMatch(/^whsec_/);

    const records = await database.client.auditRecord.findMany({ orderBy: { sequenceNumber: 'desc' }, take: 2 });
    expect(records.map(({ actor, fact }) => [actor, fact])).toEqual([
      [
        { kind: 'user', userId: administrator.userId },
        {
          type: 'webhook-removed',
          serviceAccountId: ended.id,
          webhookId: gone.id,
          host: new URL(gone.address).host,
        },
      ],
      [
        { kind: 'user', userId: administrator.userId },
        { type: 'service-account-ended', serviceAccountId: ended.id },
      ],
    ]);
  });

  it('the stored answers to an ended system’s requests are erased with it', async () => {
    const ended = await system();
    const requests = new PrismaIdempotencyStore(database);
    const request = { serviceAccountId: ended.id, key: 'k', fingerprint: 'f' };
    const [now, until] = [here.clock.now(), here.clock.in(DAY)];
    await requests.begin(request, { now, leasedUntil: until, keptUntil: until });
    await requests.finish(request, until, { status: 200, body: '{"person":"jane.doe"}', headers: {} });
    valueOf(await end(ended));
    expect(await database.client.apiRequest.count({ where: { serviceAccountId: ended.id } })).toBe(0);
  });

  it('threat: a webhook that is made while its system ends — of the two, no webhook is left', async () => {
    for (let round = 0; round < rounds(5, 25); round++) {
      const ending = await system();
      const [, ended] = await Promise.allSettled([
        webhookOf(ending, webhooksThere),
        end(ending, there),
        webhookOf(ending),
      ]);
      expect(ended).toMatchObject({ status: 'fulfilled', value: { ok: true } });
      expect((await here.ports.accounts.find(ending.id, ending.domain))?.endedAt).not.toBeNull();
      expect(await database.client.managedWebhook.count({ where: { serviceAccountId: ending.id } })).toBe(0);
      await expect(webhookOf(ending)).rejects.toThrow('try-again');
    }
  });

  describe.each([
    {
      why: 'suspended',
      silence: (id: ServiceAccountId) => suspendServiceAccount(here.ports, signedInAs(administrator), id, ORIGIN),
      back: (id: ServiceAccountId) => resumeServiceAccount(here.ports, signedInAs(administrator), id, ORIGIN),
    },
    {
      why: 'without the scope for webhooks',
      silence: (id: ServiceAccountId) => {
        const removed = { id, removed: new Set(['webhook:manage'] as const) };
        return removeScopes(here.ports, signedInAs(administrator), removed, ORIGIN);
      },
      back: null,
    },
    {
      why: 'expired',
      silence: async (id: ServiceAccountId) => {
        const limits = { networks: [], requestsPerMinute: 60, expiresAt: here.clock.in(HOUR) };
        const changed = { id, limits, isProved: true };
        const saved = await changeServiceLimits(here.ports, signedInAs(administrator), changed, ORIGIN);
        here.clock.pass(2 * HOUR);
        return saved;
      },
      back: (id: ServiceAccountId) => {
        const limits = { networks: [], requestsPerMinute: 60, expiresAt: here.clock.in(DAY) };
        return changeServiceLimits(here.ports, signedInAs(administrator), { id, limits, isProved: true }, ORIGIN);
      },
    },
  ])('a system that is $why', ({ silence, back }) => {
    it('a silenced system is sent nothing, and keeps its webhooks', async () => {
      const silent = await system();
      const webhook = await webhookOf(silent);
      valueOf(await silence(silent.id));
      await happen(silent);
      expect([await messages(webhook), await secretOf(webhook)]).toEqual([0, null]);
      if (!back) return;
      valueOf(await back(silent.id));
      await happen(silent);
      expect(await messages(webhook)).toBe(1);
      expect(await secretOf(webhook)).toMatch(/^whsec_/);
    });
  });
});
