import { afterEach, describe, expect, it } from 'vitest';
import type { MailServer } from '@/lib/config/sections/mail-config';
import { mailChecks } from '@/lib/server/doctor/mail-checks';
import type { Finding } from '@/lib/server/doctor/finding';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { TestMailServer } from '../../support/servers/test-mail-server';

const LOGIN = { user: 'tessera', password: 'correct horse' };

describe('the doctor’s look at a mail server', () => {
  let mails: TestMailServer | null = null;

  afterEach(async () => {
    await mails?.close();
    mails = null;
  });

  async function examine(changes: Partial<MailServer> = {}): Promise<Finding | undefined> {
    const port = mails?.port ?? (await freePort());
    const [check] = mailChecks({ host: '127.0.0.1', port, encryption: 'none', login: LOGIN, ...changes });
    return check?.run();
  }

  it('a mail server that accepts the name and the password is well, and has got no mail', async () => {
    mails = await TestMailServer.open();
    expect(await examine()).toMatchObject({ verdict: 'ok', words: expect.stringContaining('accepts the name') });
    expect(mails.steps).toEqual(['greeting', 'login']);
  });

  it('a mail server that refuses the password has SMTP_URL corrected, and the password is in no word', async () => {
    mails = await TestMailServer.open();
    mails.trouble = { at: 'login', how: 535 };
    const finding = await examine();
    expect(finding).toMatchObject({ verdict: 'failed', fix: 'Correct the name and the password in SMTP_URL.' });
    expect(JSON.stringify(finding)).not.toContain(LOGIN.password);
  });

  it('a mail server without STARTTLS is told from one that is away', async () => {
    mails = await TestMailServer.open();
    expect(await examine({ encryption: 'required' })).toMatchObject({
      verdict: 'failed',
      fix: expect.stringContaining('STARTTLS'),
    });
    await mails.close();
    mails = null;
    expect(await examine()).toMatchObject({ verdict: 'failed', fix: expect.stringContaining('firewalls') });
  });
});
