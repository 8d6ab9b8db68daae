import { describe, expect, it } from 'vitest';
import { readContentPart } from '@/lib/database/side-effects/append-messages';
import { MAILS } from '@/lib/messaging/mail-content';
import { writeMail } from '@/lib/messaging/mail/write-mail';
import { MAIL_CONTENTS } from '../../support/mail/mail-contents';
import { MAIL_SETTINGS } from '../../support/mail/mail-settings';

const AT = new Date('2026-05-04T10:00:00Z');

/** As earlier versions stored them, decrypted. */
const STORED = {
  mail: `{"language":"de","timeZone":null,"content":{"kind":"device-retiring","userId":"jane.doe","device":"Pixel 3",
    "newDevice":"Pixel 9","undoUntil":"2026-05-04T10:00:00.000Z","undoUrl":"https://tessera.example.org/authenticators/A-1",
    "notMeLink":"https://tessera.example.org/not-me#s3cret","displayName":"Jane Doe"}}`,
  notice: `{"user":{"userId":"jane.doe","domain":"example.org"},"alsoTo":["old@example.org"],"notice":{
    "what":"device-locked","at":"2026-05-04T10:00:00.000Z","instanceId":"A-1","name":null,"browser":null,"network":null,"by":"user"}}`,
  event: `{"event":{"type":"device-activated","userId":"jane.doe","domain":"example.org","at":"2026-05-04T10:00:00.000Z",
    "instanceId":"A-1","device":"Pixel 9","trustedFrom":"2026-05-05T10:00:00.000Z"}}`,
};

describe('a stored message', () => {
  it.each(Object.values(MAIL_CONTENTS))('a stored mail of the kind $kind is read as it was written', (content) => {
    const part = { language: 'fr', timeZone: 'Europe/Paris', content } as const;
    expect(readContentPart(JSON.stringify(part))).toEqual(part);
  });

  it('a mail that an earlier version stored has its times, and is written', () => {
    const part = readContentPart(STORED.mail);
    if (!('content' in part)) throw new TypeError('not a mail');
    expect(part.content).toMatchObject({ kind: 'device-retiring', undoUntil: AT });
    expect(writeMail(part.content, part.language, MAIL_SETTINGS).text).toContain(
      'Wird entfernt: 4. Mai 2026 um 10:00 UTC',
    );
  });

  it('a notice that an earlier version stored has its time', () => {
    expect(readContentPart(STORED.notice)).toMatchObject({
      alsoTo: ['old@example.org'],
      notice: { at: AT, name: null },
    });
  });

  it('an event that an earlier version stored is sent on as it was', () => {
    const part = readContentPart(STORED.event);
    expect(part).toMatchObject({ event: { at: AT } });
    expect(JSON.stringify(part)).toBe(JSON.stringify(JSON.parse(STORED.event)));
  });

  it('a member of a mail is a time where its declaration says so, whatever a text is called or says', () => {
    const content = { ...MAIL_CONTENTS['device-replaced'], device: '2026-05-04T10:00:00.000Z' };
    const stored = JSON.stringify({ language: 'en', timeZone: null, content: { ...content, validUntil: 'never' } });
    expect(readContentPart(stored)).toMatchObject({ content: { device: content.device, validUntil: 'never', at: AT } });
  });

  it('a mail of a kind that is gone is read as it is', () => {
    const stored = { language: 'en', timeZone: null, content: { kind: 'constructor', at: 'noon' } };
    expect(readContentPart(JSON.stringify(stored))).toEqual(stored);
  });
});

describe('a mail', () => {
  it.each(Object.entries(MAILS))('a mail of the kind %s expires with what it leads to', (kind, { endsAt }) => {
    const content = MAIL_CONTENTS[kind as keyof typeof MAILS];
    const ends = 'validUntil' in content || 'undoUntil' in content;
    expect((endsAt as (held: typeof content) => Date | null)(content)).toEqual(ends ? AT : null);
  });
});
