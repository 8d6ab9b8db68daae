import { beforeAll, describe, expect, it } from 'vitest';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import { sideEffectPersister } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaWebhookStore } from '@/lib/database/tables/messaging/prisma-webhook-store';
import {
  destinationOf,
  generateWebhookId,
  type ManagedWebhook,
  type ManagedWebhookStore,
} from '@/lib/messaging/managed-webhook';
import type { NewWebhookEvent, SideEffects } from '@/lib/messaging/new-message';
import { systemRandom } from '@/lib/shared/random';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';
import { testAppender } from '../../support/test-chain';

const NOTHING: SideEffects = { events: [], messages: [] };
const SECRET = 'whsec_of-this-webhook-and-of-no-other-one';

let domains = 0;

forEachPairOfReplicas((_name, open) => {
  const clock = new FakeClock();
  let database: Database;
  let here: ManagedWebhookStore;
  let there: ManagedWebhookStore;
  let happen: (...events: NewWebhookEvent[]) => Promise<void>;

  beforeAll(async () => {
    const [first, second] = await open();
    database = first;
    const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
    const append = messageAppender(ring, systemRandom, []);
    const storeOn = ({ client }: Database) =>
      new PrismaWebhookStore(client, ring, sideEffectPersister(append, clock, testAppender()));
    [here, there] = [storeOn(first), storeOn(second)];
    happen = (...events) => first.client.$transaction((transaction) => append(transaction, events, clock.now()));
  });

  function made(changes: Partial<ManagedWebhook> = {}): ManagedWebhook {
    return {
      id: generateWebhookId(systemRandom),
      version: 1,
      domain: `domain-${(domains += 1)}.example`,
      address: 'https://hooks.example.org/in',
      events: [],
      isEnabled: true,
      createdBy: 'anna through the service account Tickets',
      createdAt: clock.now(),
      serviceAccountId: null,
      ...changes,
    };
  }

  async function stored(changes: Partial<ManagedWebhook> = {}): Promise<ManagedWebhook> {
    const webhook = made(changes);
    expect(await here.create(webhook, SECRET, 3, NOTHING)).toEqual({ ok: true, value: null });
    return webhook;
  }

  const event = (domain: string, type: 'account-frozen' | 'not-me-reported' = 'account-frozen') => {
    const usual = newWebhookEvent();
    const about = { userId: 'jane.doe', domain, at: clock.now() };
    const own = type === 'account-frozen' ? { type } : { type, instanceId: 'VDS0000001-1', device: 'Pixel 9' };
    return { ...usual, event: { ...about, ...own } } as NewWebhookEvent;
  };

  const waiting = async (webhook: ManagedWebhook, state = 'pending') =>
    database.client.outboxMessage.count({ where: { destination: destinationOf(webhook), state } });

  it('a webhook is read back as it was made, by its domain, and its secret by itself', async () => {
    const webhook = await stored({ events: ['account-frozen'] });
    expect(await there.find(webhook.id, webhook.domain)).toEqual(webhook);
    expect(await there.find(webhook.id, 'nobody.example')).toBeNull();
    expect(await there.list(webhook.domain)).toEqual([webhook]);
    expect(await there.list('nobody.example')).toEqual([]);
    expect(await there.listDestinations()).toContain(destinationOf(webhook));
    expect(await there.secretOf(webhook.id, clock.now())).toBe(SECRET);
    expect(await there.secretOf(generateWebhookId(systemRandom), clock.now())).toBeNull();
  });

  it('threat: a reader of the table — finds no secret, and none that fits another row', async () => {
    const [one, other] = [await stored(), await stored()];
    const row = await database.client.managedWebhook.findUniqueOrThrow({ where: { id: one.id } });
    expect(JSON.stringify(row)).not.toContain('whsec_');
    const { encryptedSecret } = row;
    await database.client.managedWebhook.update({ where: { id: other.id }, data: { encryptedSecret } });
    await expect(there.secretOf(other.id, clock.now())).rejects.toThrow('belongs elsewhere');
  });

  it('a change names the version that it read, and keeps the secret or replaces it', async () => {
    const webhook = await stored();
    const changed = { ...webhook, version: 2, isEnabled: false };
    expect(await there.save(changed, null, NOTHING)).toEqual({ ok: true, value: null });
    expect(await here.find(webhook.id, webhook.domain)).toEqual(changed);
    expect(await here.secretOf(webhook.id, clock.now())).toBe(SECRET);
    expect(await here.save({ ...webhook, version: 2 }, 'whsec_late', NOTHING)).toEqual({
      ok: false,
      refusal: 'version-moved',
    });
    expect(await here.save({ ...changed, version: 3 }, 'whsec_new', NOTHING)).toMatchObject({ ok: true });
    expect(await there.secretOf(webhook.id, clock.now())).toBe('whsec_new');
  });

  it('an address is once in a domain, and may be in another one too', async () => {
    const webhook = await stored();
    const again = made({ domain: webhook.domain });
    expect(await there.create(again, SECRET, 3, NOTHING)).toMatchObject({ refusal: 'webhook-exists' });
    await stored({ domain: 'elsewhere.example' });
  });

  it('threat: many at the same moment — make no more than a domain may have', async () => {
    const { domain } = made();
    const all = Array.from({ length: 8 }, (_, at) => made({ domain, address: `https://hooks.example.org/${at}` }));
    const done = await Promise.all(
      all.map((webhook, at) => (at % 2 === 0 ? here : there).create(webhook, SECRET, 3, NOTHING)),
    );
    expect(done.filter((result) => result.ok)).toHaveLength(3);
    expect(await here.list(domain)).toHaveLength(3);
  });

  describe('what happens', () => {
    it('an event is queued for the enabled webhooks of its domain that subscribe to it', async () => {
      const all = await stored();
      const { domain } = all;
      const some = await stored({ domain, address: 'https://hooks.example.org/some', events: ['not-me-reported'] });
      const off = await stored({ domain, address: 'https://hooks.example.org/off', isEnabled: false });
      const foreign = await stored();
      await happen(event(domain), event(domain, 'not-me-reported'));
      expect(await Promise.all([all, some, off, foreign].map((webhook) => waiting(webhook)))).toEqual([2, 1, 0, 0]);
    });

    it('an event is withdrawn with its deleted webhook, and not sent to a new one at the same address', async () => {
      const webhook = await stored();
      await happen(event(webhook.domain));
      await there.remove(webhook, NOTHING, clock.now());
      await there.remove(webhook, NOTHING, clock.now());
      expect(await here.find(webhook.id, webhook.domain)).toBeNull();
      expect(await waiting(webhook, 'withdrawn')).toBe(1);
      const next = await stored({ domain: webhook.domain });
      expect(await waiting(next)).toBe(0);
    });
  });
});
