import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALERTS_NO_PHONES } from '@/lib/messaging/carrier';
import { sendMessages, sendWebhooks } from '@/lib/server/jobs/send-messages';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { SmtpMailCarrier } from '@/lib/messaging/mail/smtp-mail-carrier';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import { registerOutboxMetrics } from '@/lib/server/observability/state-metrics';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR } from '@/lib/shared/time/duration';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { newMail } from '../../support/mail/new-mail';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { poll } from '@/lib/kit/poll';
import { HttpWebhookCarrier } from '@/lib/messaging/webhooks/http-webhook-carrier';
import { TestMailServer } from '../../support/servers/test-mail-server';
import { WebhookReceiver } from '@/lib/kit/server/webhook-receiver';
import { testAppender } from '../../support/test-chain';

const SETTINGS = {
  from: { name: '', address: 'no-reply@bank.example' as MailAddress },
  site: '',
  links: true,
  timeZone: 'UTC',
  contact: null,
};

let database: Database;
let mails: TestMailServer;

beforeAll(async () => {
  database = await openCopiedDatabase();
  mails = await TestMailServer.open();
});

afterAll(async () => {
  await mails.close();
  await database.close();
});

it('an appended message is sent at once and counted, and the sending ends when stopped', async () => {
  const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
  const append = messageAppender(ring, systemRandom, ['https://hooks.example.org/']);
  const outbox = new PrismaOutbox(database, ring, systemClock, testAppender());
  const carriers = {
    mail: new SmtpMailCarrier({ host: '127.0.0.1', port: mails.port, encryption: 'none', login: null }, SETTINGS),
    notice: { deliver: async () => {} },
    webhook: { deliver: () => Promise.reject(new TypeError('nobody sends events here')) },
    ...ALERTS_NO_PHONES,
  };
  const metrics = createMetrics();
  registerOutboxMetrics(metrics, { outbox });
  const stopping = new AbortController();
  const sending = sendMessages(
    {
      messaging: { outbox, carriers, clock: systemClock, random: systemRandom },
      changeFeed: database.changeFeed,
      logger: createLogger('silent'),
      metrics,
      traces: null,
    },
    'mail',
    stopping.signal,
    // Only a notice can wake it, then.
    HOUR,
  );
  for (let count = 1; count <= 3; count++) {
    await database.client.$transaction((transaction) =>
      append(transaction, [newMail(), newWebhookEvent()], systemClock.now()),
    );
    await poll(`mail number ${count}`, async () => mails.received.length === count);
  }
  stopping.abort();
  await sending;
  const figures = await metrics.registry.metrics();
  expect(figures).toContain('tessera_message_tries_total{channel="mail",outcome="delivered"} 3');
  expect(figures).toContain('tessera_outbox_messages{channel="mail",state="pending"} 0');
  expect(figures).toContain('tessera_outbox_messages{channel="webhook",state="pending"} 3');
  expect(figures).toMatch(/tessera_outbox_oldest_timestamp_seconds\{channel="webhook"\} \d{10}\n/);
  expect(figures).not.toContain('tessera_outbox_oldest_timestamp_seconds{channel="mail"}');
});

it('threat: a receiver that never answers keeps no event from the others', async () => {
  await database.client.outboxMessage.deleteMany();
  const [silent, other] = [await WebhookReceiver.open(), await WebhookReceiver.open()];
  const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
  const append = messageAppender(ring, systemRandom, [silent.url, other.url]);
  silent.answer = () => {};
  const webhooks = [silent, other].map(({ url }) => ({ url, secret: 'a secret of both sides of a webhook' }));
  const nobody = { deliver: () => Promise.reject(new TypeError('no mails are sent here')) };
  const stopping = new AbortController();
  const sending = sendWebhooks(
    {
      messaging: {
        outbox: new PrismaOutbox(database, ring, systemClock, testAppender()),
        // The silent one is waited for until it closes.
        carriers: {
          mail: nobody,
          notice: nobody,
          webhook: new HttpWebhookCarrier(webhooks, systemClock, HOUR),
          ...ALERTS_NO_PHONES,
        },
        clock: systemClock,
        random: systemRandom,
      },
      webhooks: { settingsAddresses: webhooks.map(({ url }) => url), webhooks: { listDestinations: async () => [] } },
      changeFeed: database.changeFeed,
      logger: createLogger('silent'),
      metrics: createMetrics(),
      traces: null,
    },
    stopping.signal,
    HOUR,
  );
  await database.client.$transaction((transaction) =>
    append(
      transaction,
      Array.from({ length: 12 }, () => newWebhookEvent()),
      systemClock.now(),
    ),
  );
  await poll('all events at the other receiver', async () => other.received.length === 12);
  expect(silent.received.length).toBeLessThanOrEqual(5);
  stopping.abort();
  await Promise.all([silent.close(), other.close()]);
  await sending;
});
