import { expect, it } from 'vitest';
import { generateMessageId, parseMessageId, mailsTo } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { MAIL_CONTENTS } from '../../support/mail/mail-contents';

it('a mail goes to every address of a user, in their language', () => {
  const mailAddresses = ['jane@example.org', 'jane@home.example'] as MailAddress[];
  const expiresAt = new Date('2026-05-04T11:00:00Z');
  const mails = mailsTo(
    { mailAddresses, domain: 'example.org', language: 'fr', timeZone: 'Europe/Paris' },
    MAIL_CONTENTS.invitation,
    'inv-1',
    expiresAt,
  );
  expect(mails.map(({ to }) => to)).toEqual(mailAddresses);
  for (const mail of mails)
    expect(mail).toMatchObject({
      channel: 'mail',
      domain: 'example.org',
      language: 'fr',
      timeZone: 'Europe/Paris',
      about: 'inv-1',
      expiresAt,
    });
  expect(
    mailsTo({ mailAddresses: [], domain: 'example.org', language: 'fr', timeZone: null }, MAIL_CONTENTS.invitation),
  ).toEqual([]);
});

function expiryOf(...args: Parameters<typeof mailsTo>) {
  return mailsTo(...args).map(({ expiresAt }) => expiresAt);
}

it('a mail expires when what it leads to does, unless its writer says otherwise', () => {
  const user = {
    mailAddresses: ['jane@example.org'] as MailAddress[],
    domain: 'example.org',
    language: 'en',
    timeZone: null,
  } as const;
  const { invitation, 'device-activated': activated } = MAIL_CONTENTS;
  expect(expiryOf(user, invitation)).toEqual([invitation.validUntil]);
  expect(expiryOf(user, invitation, null, null)).toEqual([null]);
  expect(expiryOf(user, activated)).toEqual([null]);
});

it('a well-formed message ID is parsed', () => {
  const id = generateMessageId(systemRandom);
  expect(parseMessageId(id)).toBe(id);
  for (const other of ['', 'msg-', `${id}0`, id.toUpperCase(), ` ${id}`]) expect(parseMessageId(other)).toBeNull();
});
