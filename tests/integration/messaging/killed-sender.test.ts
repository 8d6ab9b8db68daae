import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALERTS_NO_PHONES } from '@/lib/messaging/carrier';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { SmtpMailCarrier } from '@/lib/messaging/mail/smtp-mail-carrier';
import { sendDueMessages } from '@/lib/messaging/send-due-messages';
import { MINUTE } from '@/lib/shared/time/duration';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { FakeClock } from '../../support/doubles/fake-clock';
import { newMail } from '../../support/mail/new-mail';
import { TestMailServer } from '../../support/servers/test-mail-server';
import { Script } from '../cli/spawn-script';
import { testAppender } from '../../support/test-chain';

const KEY = '11'.repeat(32);
const SETTINGS = {
  from: { name: '', address: 'no-reply@bank.example' as MailAddress },
  site: '',
  links: true,
  timeZone: 'UTC',
  contact: null,
};

/** Sends what is due; says when the mail server has it, or when it has not been asked yet, and then waits to be killed. */
const SENDER = `
  const { openEmbeddedDatabase } = await import('./lib/database/embedded/open-embedded-database.ts');
  const { PrismaOutbox } = await import('./lib/database/tables/messaging/prisma-outbox.ts');
  const { AuditAppender } = await import('./lib/database/side-effects/append-audit-records.ts');
  const { ChainKeys } = await import('./lib/database/secrets/chain-keys.ts');
  const { KeyRing } = await import('./lib/wire/crypto/key-ring.ts');
  const { SmtpMailCarrier } = await import('./lib/messaging/mail/smtp-mail-carrier.ts');
  const { sendDueMessages } = await import('./lib/messaging/send-due-messages.ts');
  const { bytesFromHex } = await import('./lib/shared/bytes.ts');
  const { systemRandom } = await import('./lib/shared/random.ts');
  const { DIRECTORY, NOW, PORT, SENDS } = process.env;
  const database = await openEmbeddedDatabase(DIRECTORY);
  const clock = { now: () => new Date(NOW) };
  const server = { host: '127.0.0.1', port: Number(PORT), encryption: 'none', login: null };
  const carrier = new SmtpMailCarrier(server, { from: { name: '', address: 'no-reply@bank.example' }, site: '', links: true, timeZone: 'UTC', contact: null });
  const deliver = async (mail, signal) => {
    if (SENDS) await carrier.deliver(mail, signal);
    console.log(SENDS ? 'sent' : 'leased');
    await new Promise(() => setInterval(() => {}, 1_000));
  };
  const ring = new KeyRing([{ id: 'k1', key: bytesFromHex('${KEY}') }]);
  const appender = new AuditAppender(new ChainKeys([{ id: 'k1', key: bytesFromHex('${KEY}') }]), ring);
  const outbox = new PrismaOutbox(database, ring, clock, appender);
  const ports = { outbox, carriers: { mail: { deliver } }, clock, random: systemRandom };
  await sendDueMessages(ports, 'mail', () => {}, new AbortController().signal);`;

describe('a sender that is killed', () => {
  const clock = new FakeClock();
  const ring = new KeyRing([{ id: 'k1', key: Uint8Array.from(Buffer.from(KEY, 'hex')) }]);
  let directory: string;
  let mails: TestMailServer;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-outbox-'));
    mails = await TestMailServer.open();
    const database = await openEmbeddedDatabase(directory);
    const append = messageAppender(ring, systemRandom, []);
    await database.client.$transaction((transaction) => append(transaction, [newMail()], clock.now()));
    await database.close();
  }, 2 * MINUTE);

  afterAll(async () => {
    await mails.close();
    rmSync(directory, { recursive: true });
  });

  async function sendAndKill(env: Record<string, string>): Promise<string> {
    const NOW = clock.now().toISOString();
    const sender = new Script(SENDER, { DIRECTORY: directory, NOW, PORT: String(mails.port), ...env });
    const said = await sender.hear();
    await sender.kill();
    return said;
  }

  async function sendHere(): Promise<void> {
    const database = await openEmbeddedDatabase(directory);
    const server = { host: '127.0.0.1', port: mails.port, encryption: 'none', login: null } as const;
    const carriers = {
      mail: new SmtpMailCarrier(server, SETTINGS),
      notice: { deliver: async () => {} },
      webhook: { deliver: async () => {} },
      ...ALERTS_NO_PHONES,
    };
    const ports = {
      outbox: new PrismaOutbox(database, ring, clock, testAppender()),
      carriers,
      clock,
      random: systemRandom,
    };
    await sendDueMessages(ports, 'mail', () => {}, new AbortController().signal);
    await database.close();
  }

  it(
    'a mail of a killed sender is not lost, and is sent again as the same mail if it was too late to record it',
    async () => {
      expect(await sendAndKill({})).toBe('leased');
      expect(mails.received).toHaveLength(0);
      // Whoever opens the database ends the lease of the killed one.
      expect(await sendAndKill({ SENDS: 'yes' })).toBe('sent');
      expect(mails.received).toHaveLength(1);
      clock.pass(5 * MINUTE);
      await sendHere();
      await sendHere();
      expect(mails.received).toHaveLength(2);
      const [first, second] = mails.received;
      expect(second?.messageId).toBe(first?.messageId);
    },
    2 * MINUTE,
  );
});
