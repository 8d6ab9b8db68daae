import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ALERTS_NO_PHONES } from '@/lib/messaging/carrier';
import { ownContext } from '@/lib/audit/audit-context';
import type { User } from '@/lib/accounts/users/user';
import { GatewayError } from '@/lib/activation/gateway-error';
import { openNotices } from '@/lib/server/composition/open-notices';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import type { AuthenticatorDirectory } from '@/lib/devices/authenticator-directory';
import type { MailDelivery } from '@/lib/messaging/delivery';
import { sendDueMessages } from '@/lib/messaging/send-due-messages';
import type { Channel } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { forUseCases } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { JANE } from '../../support/doubles/fake-access-ports';
import { MemorySessionStore } from '../../support/doubles/stores/memory-session-store';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { testAppender } from '../../support/test-chain';

const ORIGIN = { correlationId: 'request', address: '203.0.113.77' };
const LOCKED = {
  type: 'authenticator-locked',
  instanceId: 'VDS1000042-1',
  ...ownContext({ userId: JANE.userId, domain: JANE.domain }, ORIGIN),
} as const;

/** From the record of a change to the mails that tell of it. */
forUseCases((_name, open) => {
  const ring = new KeyRing([{ id: 'k1', key: systemRandom.bytes(32) }]);
  const append = messageAppender(ring, systemRandom, []);
  const clock = new FakeClock();
  let database: Database;
  let users: MemoryUserDirectory;
  let devices: () => Promise<unknown[]>;
  let mails: MailDelivery[];

  beforeAll(async () => {
    database = await open();
  });

  beforeEach(async () => {
    await database.client.outboxMessage.deleteMany();
    users = new MemoryUserDirectory([], new MemorySessionStore(), clock);
    const mailAddresses = ['jane@example.org', 'jane@home.example'] as MailAddress[];
    await users.add({ ...JANE, mailAddresses, language: 'de' });
    devices = async () => [{ instanceId: 'VDS1000042-1', name: 'Pixel 9' }];
    mails = [];
  });

  const log = () => new PrismaAuditLog(database, clock, testAppender(ring));

  const records = () => database.client.auditRecord.count();
  const outbox = () => new PrismaOutbox(database, ring, clock, testAppender());

  function noticeCarrier() {
    const directory = { list: () => devices() } as unknown as AuthenticatorDirectory;
    return openNotices(
      { config: { publicUrl: 'https://id.example.org' }, database, clock } as never,
      append,
      users,
      directory,
    );
  }

  async function send(...channels: Channel[]): Promise<void> {
    const mail = { deliver: async (delivery: MailDelivery) => void mails.push(delivery) };
    const carriers = { mail, notice: noticeCarrier(), webhook: { deliver: async () => {} }, ...ALERTS_NO_PHONES };
    const ports = { outbox: outbox(), carriers, clock, random: systemRandom };
    for (const channel of channels) await sendDueMessages(ports, channel, () => {}, new AbortController().signal);
  }

  it('a change is told to every address, in the person’s language, with the device’s name', async () => {
    await log().append(LOCKED);
    await send('notice', 'mail');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['jane@example.org', 'jane@home.example']);
    for (const { language, content } of mails) {
      expect(language).toBe('de');
      expect(content).toEqual({
        kind: 'account-notice',
        displayName: 'Jane Doe',
        userId: 'jane.doe',
        what: 'device-locked',
        at: clock.now(),
        name: 'Pixel 9',
        browser: null,
        network: '203.0.113.0/24',
        by: 'user',
        notMeUrl: 'https://id.example.org/profile/not-me',
        reference: null,
      });
    }
  });

  it('a record and its notice are saved together or not at all', async () => {
    const before = await records();
    const unrecordable = { ...LOCKED, correlationId: 'zero \u0000' };
    await expect(log().append(LOCKED, unrecordable)).rejects.toThrow('22P05');
    expect([await records(), await database.client.outboxMessage.count()]).toEqual([before, 0]);
    await log().append(LOCKED);
    expect([await records(), await database.client.outboxMessage.count()]).toEqual([before + 1, 1]);
  });

  it('a notice is not sent twice when a process dies between writing the mails and recording that', async () => {
    await log().append(LOCKED);
    const now = clock.now();
    const [leased] = await outbox().lease('notice', now, new Date(now.getTime() + MINUTE), 1);
    if (leased?.delivery.channel !== 'notice') throw new Error('there is no notice');
    await noticeCarrier().deliver(leased.delivery);
    await send('mail');
    clock.pass(2 * MINUTE);
    await send('notice', 'mail');
    expect(mails).toHaveLength(2);
    expect((await outbox().state(EVERY_DOMAIN)).notice).toMatchObject({ pending: 0, dead: 0 });
  });

  it('a notice has the device’s number while the gateway is unreachable, and none goes to deleted users', async () => {
    devices = () => Promise.reject(new GatewayError('unreachable', 'not-sent'));
    await log().append(LOCKED, { ...LOCKED, subject: { userId: 'gone', domain: JANE.domain } });
    await send('notice', 'mail');
    expect(mails.map(({ content }) => 'name' in content && content.name)).toEqual(['VDS1000042-1', 'VDS1000042-1']);
  });

  it('addresses from before a change get the notice too, each once', async () => {
    const user: Pick<User, 'userId' | 'domain'> = { userId: JANE.userId, domain: JANE.domain };
    const notice = { what: 'addresses-changed', at: clock.now(), instanceId: null, name: null } as const;
    const whole = { ...notice, browser: null, network: null, by: 'user' } as const;
    const alsoTo = ['old@example.org', 'jane@example.org'] as MailAddress[];
    await database.client.$transaction((transaction) =>
      append(transaction, [{ channel: 'notice', user, alsoTo, notice: whole }], clock.now()),
    );
    await send('notice', 'mail');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['jane@example.org', 'jane@home.example', 'old@example.org']);
  });
});
