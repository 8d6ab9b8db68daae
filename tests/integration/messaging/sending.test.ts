import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ALERTS_NO_PHONES } from '@/lib/messaging/carrier';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { SmtpMailCarrier } from '@/lib/messaging/mail/smtp-mail-carrier';
import { deliveryHealth } from '@/lib/messaging/outbox';
import type { MailDelivery } from '@/lib/messaging/delivery';
import type { MessagingPorts } from '@/lib/messaging/carrier';
import { sendDueMessages, type Outcome, MAXIMUM_ATTEMPTS } from '@/lib/messaging/send-due-messages';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { forUseCases } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { Latch } from '@/lib/kit/latch';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { newMail } from '../../support/mail/new-mail';
import { TestMailServer } from '../../support/servers/test-mail-server';
import { testAppender } from '../../support/test-chain';

const SETTINGS = {
  from: { name: '', address: 'no-reply@bank.example' as MailAddress },
  site: '',
  links: true,
  timeZone: 'UTC',
  contact: null,
};

function everybody(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `person.${index}@example.org`).toSorted();
}

forUseCases((_name, open) => {
  let database: Database;
  let clock: FakeClock;
  let port: number;
  let mails: TestMailServer | null;
  let outcomes: Outcome[];
  const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
  const append = messageAppender(ring, systemRandom, []);

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    await database.client.outboxMessage.deleteMany();
    clock = new FakeClock();
    port = await freePort();
    mails = null;
    outcomes = [];
  });

  afterEach(() => mails?.close());

  const listen = async () => (mails = await TestMailServer.open({ port }));

  const queue = (count: number, changes: Parameters<typeof newMail>[0] = {}) =>
    database.client.$transaction((transaction) =>
      append(
        transaction,
        Array.from({ length: count }, (_, index) =>
          newMail({ to: `person.${index}@example.org` as MailAddress, ...changes }),
        ),
        clock.now(),
      ),
    );

  /** What one replica sends with. */
  function ports(deliver?: (mail: MailDelivery, carrier: SmtpMailCarrier) => Promise<void>): MessagingPorts {
    const carrier = new SmtpMailCarrier({ host: '127.0.0.1', port, encryption: 'none', login: null }, SETTINGS);
    return {
      outbox: new PrismaOutbox(database, ring, clock, testAppender()),
      carriers: {
        mail: deliver ? { deliver: (mail) => deliver(mail, carrier) } : carrier,
        notice: { deliver: async () => {} },
        webhook: { deliver: () => Promise.reject(new TypeError('there are no webhooks')) },
        ...ALERTS_NO_PHONES,
      },
      clock,
      random: systemRandom,
    };
  }

  const send = (replica: MessagingPorts, signal = new AbortController().signal) =>
    sendDueMessages(replica, 'mail', (_claimed, outcome) => outcomes.push(outcome), signal);

  const arrived = () => mails?.received.flatMap(({ to }) => to).toSorted() ?? [];

  it('a message is sent once when the mail server is away for a minute', async () => {
    await queue(12);
    const replica = ports();
    for (let seconds = 0; seconds < 65; seconds += 5) {
      await send(replica);
      clock.pass(5 * SECOND);
    }
    expect(outcomes.filter((outcome) => outcome === 'retried').length).toBeGreaterThan(24);
    expect(await deliveryHealth(replica.outbox, clock.now())).toEqual({ mail: 'failing', webhook: 'ok' });
    await listen();
    for (let seconds = 0; seconds < 120; seconds += 5) {
      await send(replica);
      clock.pass(5 * SECOND);
    }
    expect(arrived()).toEqual(everybody(12));
    expect(outcomes.filter((outcome) => outcome === 'delivered')).toHaveLength(12);
    expect((await replica.outbox.state(EVERY_DOMAIN)).mail).toEqual({
      pending: 0,
      dead: 0,
      oldestQueuedAt: null,
      failingSince: null,
    });
    expect(await deliveryHealth(replica.outbox, clock.now())).toEqual({ mail: 'ok', webhook: 'ok' });
  });

  it('a message is sent once when many replicas send concurrently', async () => {
    await listen();
    await queue(30);
    await Promise.all([1, 2, 3].map(() => send(ports())));
    expect(arrived()).toEqual(everybody(30));
  });

  it('a refused message becomes a dead letter, and is sent when replayed', async () => {
    const server = await listen();
    server.trouble = { at: 'recipient', how: 550 };
    await queue(1);
    const replica = ports();
    await send(replica);
    expect(outcomes).toEqual(['dead']);
    const [letter] = await replica.outbox.listDead(EVERY_DOMAIN, 10);
    expect(letter).toMatchObject({ to: 'person.0@example.org', lastProblem: 'refused', attempts: 1 });
    server.trouble = null;
    clock.pass(HOUR);
    await send(replica);
    expect(arrived()).toEqual([]);
    if (letter) await replica.outbox.replay(letter.id, EVERY_DOMAIN, clock.now(), []);
    await send(replica);
    expect(arrived()).toEqual(everybody(1));
  });

  it('a message that a server always defers is given up after some hours', async () => {
    const server = await listen();
    server.trouble = { at: 'greeting', how: 421 };
    await queue(1);
    const replica = ports();
    const start = clock.now().getTime();
    while (!outcomes.includes('dead')) {
      await send(replica);
      clock.time = (await database.client.outboxMessage.findFirstOrThrow()).dueAt;
    }
    expect(outcomes).toHaveLength(MAXIMUM_ATTEMPTS);
    const hours = (clock.now().getTime() - start) / HOUR;
    expect(hours).toBeGreaterThan(5);
    expect(hours).toBeLessThan(12);
  });

  it('a delivery that the database failed to record is not repeated', async () => {
    await listen();
    await queue(2);
    const replica = ports();
    vi.spyOn(replica.outbox, 'markDelivered').mockRejectedValueOnce(new Error('the connection was lost'));
    await expect(send(replica)).rejects.toThrow('connection was lost');
    await poll('both to be recorded', async () => (await replica.outbox.state(EVERY_DOMAIN)).mail.pending === 0);
    clock.pass(HOUR);
    await send(replica);
    expect(arrived()).toEqual(everybody(2));
  });

  it('a failure that the database failed to record is retried on schedule', async () => {
    await queue(1);
    const replica = ports();
    vi.spyOn(replica.outbox, 'retry').mockRejectedValueOnce(new Error('the connection was lost'));
    await expect(send(replica)).rejects.toThrow('connection was lost');
    await listen();
    clock.pass(6 * SECOND);
    await poll('the mail', async () => {
      await send(replica);
      return arrived().length > 0;
    });
    expect(arrived()).toEqual(everybody(1));
  });

  it('a message that expired while the mail server was away is not sent', async () => {
    await queue(1, { expiresAt: clock.in(MINUTE), about: 'inv-1' });
    const replica = ports();
    await send(replica);
    clock.pass(MINUTE);
    await listen();
    await send(replica);
    expect(arrived()).toEqual([]);
    expect(await replica.outbox.listAbout('inv-1')).toMatchObject([{ state: 'expired', lastProblem: 'unreachable' }]);
  });

  it('a message that a bug of ours blocked is retried', async () => {
    await listen();
    await queue(1);
    await send(ports(() => Promise.reject(new TypeError('a bug'))));
    expect(await database.client.outboxMessage.findFirst()).toMatchObject({ state: 'pending', lastProblem: 'fault' });
    clock.pass(MINUTE);
    await send(ports());
    expect(arrived()).toEqual(everybody(1));
  });

  it('a stop finishes the messages under way, and starts none', async () => {
    await listen();
    await queue(12);
    const [begun, mayGoOn, stopping] = [new Latch(), new Latch(), new AbortController()];
    const sending = send(
      ports(async (mail, carrier) => {
        begun.open();
        await mayGoOn.opened;
        await carrier.deliver(mail, new AbortController().signal);
      }),
      stopping.signal,
    );
    await begun.opened;
    stopping.abort();
    mayGoOn.open();
    await sending;
    expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'delivered'));
    expect(arrived()).toHaveLength(5);
    expect(await database.client.outboxMessage.count({ where: { state: 'pending', attempts: 0 } })).toBe(7);
  });
});
