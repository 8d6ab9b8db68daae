import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailServer } from '@/lib/config/sections/mail-config';
import { SmtpMailCarrier } from '@/lib/messaging/mail/smtp-mail-carrier';
import type { DeliveryProblem } from '@/lib/messaging/delivery-error';
import type { MailAddress } from '@/lib/shared/mail-address';
import { deliveryProblem } from '../../support/mail/delivery-problem';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { makeCertificate } from '../../support/servers/make-certificate';
import { mailDelivery } from '../../support/mail/mail-delivery';
import { INVITATION_LINK } from '../../support/mail/new-mail';
import { Script } from '../cli/spawn-script';
import { TestMailServer, type Trouble } from '../../support/servers/test-mail-server';

const SETTINGS = {
  from: { name: 'Bank of Examples', address: 'no-reply@bank.example' as MailAddress },
  site: 'https://tessera.example.org',
  links: true,
  timeZone: 'UTC',
  contact: null,
};

/** A process of its own, because certificates to trust are read when a process starts. */
const SENDER = `
  const { SmtpMailCarrier } = await import('./lib/messaging/mail/smtp-mail-carrier.ts');
  const { mailDelivery } = await import('./tests/support/mail/mail-delivery.ts');
  const server = { host: 'localhost', port: Number(process.env.PORT), encryption: 'required', login: null };
  const settings = { from: { name: '', address: 'no-reply@bank.example' }, site: '', links: true, timeZone: 'UTC', contact: null };
  await new SmtpMailCarrier(server, settings).deliver(mailDelivery(), AbortSignal.timeout(60_000));
  console.log('delivered');`;

/** For servers that say nothing. */
const IMPATIENCE = { connectMs: 200, greetingMs: 200, silenceMs: 200 };

describe('mail handed to a mail server', () => {
  let mails: TestMailServer;

  afterEach(() => mails.close());

  const carrier = (changes: Partial<MailServer> = {}) =>
    new SmtpMailCarrier(
      { host: '127.0.0.1', port: mails.port, encryption: 'none', login: null, ...changes },
      SETTINGS,
      mails.trouble?.how === 'silence' ? IMPATIENCE : undefined,
    );

  const deliver = (changes: Partial<MailServer> = {}, signal = new AbortController().signal) =>
    carrier(changes).deliver(mailDelivery(), signal);

  describe('that takes it', () => {
    beforeEach(async () => {
      mails = await TestMailServer.open();
    });

    it('a mail arrives with its names, in text and HTML', async () => {
      await deliver();
      const [mail] = mails.received;
      expect(mail).toMatchObject({
        from: 'no-reply@bank.example',
        to: ['jane.doe@example.org'],
        messageId: '<msg-0123456789abcdef0123456789abcdef@bank.example>',
      });
      for (const header of [
        'From: Bank of Examples <no-reply@bank.example>',
        'To: jane.doe@example.org',
        'Subject: Activate your device',
        'Date: Mon, 04 May 2026 10:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Type: text/html; charset=utf-8',
      ])
        expect(mail?.raw).toContain(`${header}\r\n`);
      // Quoted-printable spells "=" as "=3D" and breaks lines with one.
      expect(mail?.raw.replaceAll('=\r\n', '')).toContain(INVITATION_LINK);
    });

    it('a mail has the same ID at every try', async () => {
      await deliver();
      await deliver();
      expect(new Set(mails.received.map(({ messageId }) => messageId)).size).toBe(1);
    });

    it('a mail is not sent to a malformed address, whatever is stored', async () => {
      const to = 'jane@example.org\r\nBcc: thief@example.net' as MailAddress;
      const delivered = carrier().deliver(mailDelivery({ to }), new AbortController().signal);
      expect(await deliveryProblem(delivered)).toBe('refused');
      expect(mails.steps).toEqual([]);
    });

    it('a mail is sent with the configured login', async () => {
      await deliver({ login: { user: 'tessera', password: 'secret' } });
      expect(mails.steps).toContain('login');
      expect(mails.received).toHaveLength(1);
    });

    it('a mail that requires encryption is not sent to a server without it', async () => {
      expect(await deliveryProblem(deliver({ encryption: 'required' }))).toBe('insecure');
      expect(mails.steps).toEqual(['greeting']);
    });

    it.each<[string, Trouble, DeliveryProblem]>([
      ['refuses the sender', { at: 'sender', how: 553 }, 'refused'],
      ['refuses the recipient', { at: 'recipient', how: 550 }, 'refused'],
      ['refuses the content', { at: 'content', how: 554 }, 'refused'],
      ['defers the recipient', { at: 'recipient', how: 450 }, 'deferred'],
      ['defers the content', { at: 'content', how: 451 }, 'deferred'],
      ['has lost count of the commands', { at: 'content', how: 503 }, 'deferred'],
      ['is closed for now', { at: 'greeting', how: 421 }, 'deferred'],
      ['is closed for good, or says so', { at: 'greeting', how: 554 }, 'deferred'],
      ['never greets', { at: 'greeting', how: 'silence' }, 'timeout'],
      ['falls silent', { at: 'recipient', how: 'silence' }, 'timeout'],
      ['falls silent after the mail', { at: 'content', how: 'silence' }, 'timeout'],
      ['hangs up', { at: 'sender', how: 'hang-up' }, 'unreachable'],
      ['hangs up after the mail', { at: 'content', how: 'hang-up' }, 'unreachable'],
    ])('a mail server that %s is told from others', async (_name, trouble, expected) => {
      mails.trouble = trouble;
      expect(await deliveryProblem(deliver())).toBe(expected);
      expect(mails.received).toEqual([]);
    });

    it('a mail server that does not know our login is waited for', async () => {
      mails.trouble = { at: 'login', how: 535 };
      expect(await deliveryProblem(deliver({ login: { user: 'tessera', password: 'wrong' } }))).toBe('not-authorised');
    });

    it('an aborted mail fails with the reason and without its content', async () => {
      mails.trouble = { at: 'content', how: 'silence' };
      const patient = new SmtpMailCarrier(
        { host: '127.0.0.1', port: mails.port, encryption: 'none', login: null },
        SETTINGS,
      );
      expect(await deliveryProblem(patient.deliver(mailDelivery(), AbortSignal.timeout(100)))).toBe('timeout');
      mails.trouble = { at: 'recipient', how: 550 };
      await expect(deliver()).rejects.toThrow(/^refused: EENVELOPE RCPT TO 550 4\.7\.1$/);
    });

    it('an unreachable mail server is distinguished from others', async () => {
      expect(await deliveryProblem(deliver({ port: await freePort() }))).toBe('unreachable');
      expect(await deliveryProblem(deliver({ host: 'nowhere.invalid' }))).toBe('unreachable');
    });
  });

  it('a mail to a trusted server is encrypted', async () => {
    const { key, cert, authorityFile, remove } = makeCertificate();
    mails = await TestMailServer.open({ encrypts: { key, cert } });
    const sender = new Script(SENDER, { PORT: String(mails.port), NODE_EXTRA_CA_CERTS: authorityFile });
    expect(await sender.hear()).toBe('delivered');
    expect(mails.received).toMatchObject([{ to: ['jane.doe@example.org'], isEncrypted: true }]);
    await sender.end();
    remove();
  });

  it('a mail is not sent to a server with an untrusted certificate', async () => {
    mails = await TestMailServer.open({ encrypts: true });
    expect(await deliveryProblem(deliver({ encryption: 'required' }))).toBe('insecure');
    expect(mails.steps).toEqual(['greeting']);
  });
});
