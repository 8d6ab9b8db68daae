import { beforeAll, describe, expect, it } from 'vitest';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender, withdrawMessages, type AppendMessages } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { FakeClock } from '../../support/doubles/fake-clock';
import { forEachDatabase } from '../../support/databases/databases';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { MemoryChangeFeed } from '../../support/doubles/stores/memory-change-feed';
import { MemoryOutbox } from '../../support/doubles/stores/memory-outbox';
import { INVITATION_LINK, newMail } from '../../support/mail/new-mail';
import { newWebhookEvent } from '../../support/mail/new-webhook-event';
import { outboxKey } from '@/lib/shared/changes/change-feed';
import { poll } from '@/lib/kit/poll';
import { EVERY_DOMAIN, type DomainOfReader } from '@/lib/shared/identifiers/user-key';
import { outboxContract } from './outbox.contract';
import { testAppender } from '../../support/test-chain';

const WEBHOOKS = ['https://a.example.org', 'https://b.example.org'];
const clock = new FakeClock();

describe('in memory', () => {
  outboxContract(async () => {
    const audit = new MemoryAuditLog(clock);
    const outbox = new MemoryOutbox(audit, new MemoryChangeFeed(), WEBHOOKS);
    return {
      outbox,
      append: async (messages, at) => outbox.append(messages, at),
      withdraw: async (about, at) => outbox.withdraw(about, at),
      audited: async () => (await audit.read(0, 100)).map(({ event }) => event.correlationId),
    };
  });
});

forEachDatabase((_name, open) => {
  let database: Database;
  let outbox: PrismaOutbox;
  let append: AppendMessages;

  beforeAll(async () => {
    database = await open();
    const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
    outbox = new PrismaOutbox(database, ring, clock, testAppender());
    append = messageAppender(ring, systemRandom, WEBHOOKS);
  });

  const appendNow = (...messages: Parameters<AppendMessages>[1]) =>
    database.client.$transaction((transaction) => append(transaction, messages, clock.now()));

  const lease = () => outbox.lease('mail', clock.now(), clock.in(MINUTE), 100);

  outboxContract(async () => {
    await database.client.outboxMessage.deleteMany();
    const recorded = await database.client.auditRecord.count();
    return {
      outbox,
      append: (messages, at) => database.client.$transaction((transaction) => append(transaction, messages, at)),
      withdraw: (about, at) => database.client.$transaction((transaction) => withdrawMessages(transaction, about, at)),
      audited: async () => {
        const records = await database.client.auditRecord.findMany({
          orderBy: { sequenceNumber: 'asc' },
          skip: recorded,
        });
        return records.map(({ correlationId }) => correlationId);
      },
    };
  });

  describe('kept in a database', () => {
    it('a change that is rolled back leaves no message in the outbox', async () => {
      await database.client.outboxMessage.deleteMany();
      const change = database.client.$transaction(async (transaction) => {
        await append(transaction, [newMail(), newWebhookEvent()], clock.now());
        expect(await transaction.outboxMessage.count()).toBe(3);
        throw new RangeError('the change failed');
      });
      await expect(change).rejects.toThrow('the change failed');
      expect(await database.client.outboxMessage.count()).toBe(0);
    });

    it('an outbox row shows no secret, and loses its content when sent, withdrawn or expired', async () => {
      await appendNow(newMail({ about: 'sent' }));
      const secrets = ['cj7Yv2nB0t', INVITATION_LINK, 'Jane Doe'];
      const row = async (about: string) => database.client.outboxMessage.findFirstOrThrow({ where: { about } });
      const stored = await row('sent');
      for (const secret of secrets) expect(JSON.stringify(stored)).not.toContain(secret);
      const [leased] = await lease();
      if (leased) await outbox.markDelivered(leased.delivery.id, clock.now());
      await appendNow(newMail({ about: 'called-off' }), newMail({ about: 'expired', expiresAt: clock.in(-SECOND) }));
      await database.client.$transaction((transaction) => withdrawMessages(transaction, 'called-off', clock.now()));
      await lease();
      for (const about of ['sent', 'called-off', 'expired']) expect((await row(about)).encryptedContent).toBeNull();
    });

    it('the table refuses content in plain text, and content of a message that has ended', async () => {
      await appendNow(newMail({ about: 'kept' }));
      const forget = database.client.outboxMessage.updateMany({
        where: { about: 'kept' },
        data: { state: 'delivered', endedAt: clock.now() },
      });
      await expect(forget).rejects.toThrow('outbox_message_content_only_while_needed');
    });

    it('content moved to another recipient’s row cannot be decrypted, and becomes a dead letter', async () => {
      await database.client.outboxMessage.deleteMany();
      await appendNow(newMail({ about: 'one' }), newMail({ about: 'other' }));
      const one = await database.client.outboxMessage.findFirstOrThrow({ where: { about: 'one' } });
      await database.client.outboxMessage.updateMany({
        where: { about: 'other' },
        data: { encryptedContent: one.encryptedContent },
      });
      expect(await lease()).toHaveLength(1);
      expect(await outbox.listDead(EVERY_DOMAIN, 10)).toMatchObject([{ about: 'other', lastProblem: 'unreadable' }]);
    });

    it('an appended message wakes the senders of its channel and the followers of its subject', async () => {
      let [sends, others, follows] = [0, 0, 0];
      const stops = [
        await database.changeFeed.subscribe(outboxKey('mail'), () => (sends += 1)),
        await database.changeFeed.subscribe(outboxKey('webhook'), () => (others += 1)),
        await database.changeFeed.subscribe('inv-7' as never, () => (follows += 1)),
      ];
      await appendNow(newMail({ about: 'inv-7' }));
      await poll('the senders to be woken', async () => sends > 0);
      expect(follows).toBe(0);
      for (const { delivery } of await lease()) await outbox.markDelivered(delivery.id, clock.now());
      await poll('the followers to be woken', async () => follows > 0);
      await appendNow(newMail({ about: 'inv-7', expiresAt: clock.in(MINUTE) }));
      clock.pass(MINUTE);
      expect(await lease()).toEqual([]);
      await poll('the followers to be told that it has expired', async () => follows > 1);
      expect(others).toBe(0);
      for (const stop of stops) stop();
    });
  });
});

// The site's own user may not say whose older messages are.
forEachDatabase((_name, open) => {
  it('threat: staff of another domain find an older message, which names none — the one domain of before does', async () => {
    const database = await open();
    const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
    const outbox = new PrismaOutbox(database, ring, clock, testAppender());
    const append = messageAppender(ring, systemRandom, WEBHOOKS);
    await database.client.$transaction((transaction) => append(transaction, [newMail()], clock.now()));
    const [older] = await outbox.lease('mail', clock.now(), clock.in(MINUTE), 1);
    if (!older) throw new TypeError('a message waits');
    const { id } = older.delivery;
    await outbox.bury(id, older.attempt, clock.now(), 'refused');
    await database.client.outboxMessage.updateMany({ data: { domain: null } });
    const found = async (domain: DomainOfReader) => [
      (await outbox.listDead(domain, 10)).length,
      (await outbox.state(domain)).mail.dead,
    ];
    const replay = (domain: string) => outbox.replay(id, domain, clock.now(), []);
    expect([await found('example.org'), await found(EVERY_DOMAIN)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(await replay('example.org')).toEqual({ ok: false, refusal: 'not-dead' });
    await database.client.olderDomain.create({ data: { domain: 'example.org' } });
    expect([await found('example.org'), await found('elsewhere')]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect([(await replay('elsewhere')).ok, (await replay('example.org')).ok]).toEqual([false, true]);
  });
}, 'owner');
