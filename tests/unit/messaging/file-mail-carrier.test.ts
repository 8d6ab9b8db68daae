import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileMailCarrier } from '@/lib/messaging/mail/file-mail-carrier';
import type { MessageId } from '@/lib/messaging/new-message';
import { MAIL_SETTINGS } from '../../support/mail/mail-settings';
import { mailDelivery } from '../../support/mail/mail-delivery';

describe('a mail without a mail server', () => {
  let directory: string;
  let folder: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-mails-'));
    folder = join(directory, 'outbox');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('a mail is saved as one file that only its owner can read, however often it is tried', async () => {
    const carrier = new FileMailCarrier(folder, MAIL_SETTINGS);
    await carrier.deliver(mailDelivery());
    await carrier.deliver(mailDelivery());
    const files = readdirSync(folder);
    expect(files).toEqual(['2026-05-04T10-00-00-000Z-msg-0123456789abcdef0123456789abcdef.eml']);
    const file = join(folder, files[0] ?? '');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const mail = readFileSync(file, 'utf8');
    expect(mail).toContain('To: jane.doe@example.org\n');
    expect(mail).toContain('Message-ID: <msg-0123456789abcdef0123456789abcdef@example.org>\n');
  });

  it('the files of mails sort in the order they were queued', async () => {
    const carrier = new FileMailCarrier(folder, MAIL_SETTINGS);
    const id = `msg-${'0'.repeat(32)}` as MessageId;
    await carrier.deliver(mailDelivery({ id, queuedAt: new Date('2026-05-04T10:00:01Z') }));
    await carrier.deliver(mailDelivery());
    expect(readdirSync(folder).toSorted()[1]).toContain(id);
  });
});
