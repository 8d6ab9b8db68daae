import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { expect, it, vi } from 'vitest';
import { ALERTS_NO_PHONES } from '@/lib/messaging/carrier';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { poll } from '@/lib/kit/poll';
import { createWebhook, removeWebhook } from '@/lib/messaging/manage-webhooks';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import { sendWebhooks } from '@/lib/server/jobs/send-messages';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeWebhooks } from '../../support/doubles/fake-webhooks';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';
import { testAppender } from '../../support/test-chain';
import { isGenuine } from '@/lib/kit/server/webhook-receiver';
import { postGuarded } from '@/lib/messaging/webhooks/post-guarded';
import type { NetworkRange } from '@/lib/shared/network-range';

const SYSTEM = { id: `sva-${'0'.repeat(32)}`, name: 'Tickets', domain: 'example.org', keyShownTo: 'anna' } as never;

it('threat: a receiver that never answers, of a webhook made while the site runs — delays no other', async () => {
  const database = await openCopiedDatabase();
  const hooks = fakeWebhooks(database, systemClock);
  const ring = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
  const append = messageAppender(ring, systemRandom, []);
  const [silent, other] = [await hooks.receive('silent.example'), await hooks.receive('other.example')];
  silent.answer = () => {};
  const nobody = { deliver: () => Promise.reject(new TypeError('only webhooks are sent here')) };
  const stopping = new AbortController();
  const outbox = new PrismaOutbox(database, ring, systemClock, testAppender());
  const carriers = { mail: nobody, notice: nobody, webhook: hooks.ports.carrier, ...ALERTS_NO_PHONES };
  let looks = 0;
  const listed = {
    listDestinations: () => {
      looks += 1;
      return hooks.ports.webhooks.listDestinations();
    },
  };
  const sending = sendWebhooks(
    {
      messaging: { outbox, carriers, clock: systemClock, random: systemRandom },
      webhooks: { webhooks: listed, settingsAddresses: [] },
      changeFeed: database.changeFeed,
      logger: createLogger('silent'),
      metrics: createMetrics(),
      traces: null,
    },
    stopping.signal,
    20,
  );
  const made = await Promise.all(
    [silent, other].map(({ url }) => createWebhook(hooks.ports, SYSTEM, { address: url, events: [] }, ORIGIN)),
  );
  const [toSilent, toOther] = made.map((result) => (result.ok ? result.value : null));
  if (!toSilent || !toOther) throw new Error('not made');
  // Each look begins with the list: after another one, there is a lane for both.
  const before = looks;
  await poll('lanes for both', async () => looks > before + 1);
  const events = Array.from({ length: 12 }, () => newWebhookEvent());
  await database.client.$transaction((transaction) => append(transaction, events, systemClock.now()));
  await poll('all events at the other receiver', async () => other.received.length === 12);
  expect(silent.received.length).toBeLessThanOrEqual(5);
  expect(other.received.every((event) => isGenuine(event, toOther.secret, systemClock.now()))).toBe(true);
  expect(other.received.some((event) => isGenuine(event, toSilent.secret, systemClock.now()))).toBe(false);

  await removeWebhook(hooks.ports, SYSTEM, toOther.webhook, ORIGIN);
  await database.client.$transaction((transaction) => append(transaction, [newWebhookEvent()], systemClock.now()));
  expect(await database.client.outboxMessage.count({ where: { state: 'pending' } })).toBe(13);
  expect(other.received).toHaveLength(12);
  stopping.abort();
  await Promise.all([silent.close(), other.close()]);
  await sending;
  await database.close();
});

it('threat: an address that is read twice — what was looked at is what is connected to, and nothing reads it again', async () => {
  const spy = vi.spyOn(http, 'request').mockImplementation(() => {
    throw new Error('nothing is sent here');
  });
  syncBuiltinESMExports();
  const posting = postGuarded({ allowed: ['127.0.0.1/32' as NetworkRange] }, 'http://127.0.0.1:1/', '', {
    headers: {},
    signal: AbortSignal.timeout(60_000),
  });
  await expect(posting).rejects.toThrow('nothing is sent here');
  const [connectedTo] = spy.mock.calls[0] ?? [];
  spy.mockRestore();
  syncBuiltinESMExports();
  expect(connectedTo).toBeInstanceOf(URL);
});
