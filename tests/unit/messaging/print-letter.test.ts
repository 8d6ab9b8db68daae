import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPdf } from '@/lib/kit/server/read-pdf';
import { composeMail } from '@/lib/messaging/mail/compose-mail';
import { printLetter } from '@/lib/messaging/mail/print-letter';
import { LANGUAGES, type Language } from '@/lib/shared/language';
import { writePrinted } from '@/lib/messaging/mail/write-mail';
import type { MailDelivery } from '@/lib/messaging/delivery';
import type { MessageId } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { deflateRuns } from '@/lib/wire/image/renderers/qr-renderers';
import { palettePng } from '@/lib/wire/image/colour/palette-png';
import { MAIL_SETTINGS } from '../../support/mail/mail-settings';
import { readWithZxing } from '../../support/images/read-with-zxing';

const TOKEN = 'Qk3_'.repeat(10) + 'abc';
const LINK = `https://tessera.example.org/invitation#${TOKEN}`;

const CONTENT = {
  kind: 'invitation-letter',
  displayName: 'Jane Doe',
  userId: 'jane.doe',
  invitationLink: LINK,
  code: '7K3MX-Q2ZPA-94TVB',
  codeUrl: 'https://tessera.example.org/invitation/code',
  validUntil: new Date('2026-05-04T10:00:00Z'),
} as const;

function delivery(language: MailDelivery['language']): MailDelivery {
  const id = `msg-${'0'.repeat(32)}` as MessageId;
  const to = 'printer@example.org' as MailAddress;
  return {
    channel: 'mail',
    id,
    queuedAt: new Date('2026-05-04T09:00:00Z'),
    to,
    language,
    timeZone: null,
    content: CONTENT,
  };
}

/** The drawing instructions of a PDF's pages (ISO 32000-2 §7.8.2), as they were before they were compressed. */
function contentOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  let content = '';
  for (let start = bytes.indexOf('stream\n'); start >= 0; start = bytes.indexOf('stream\n', start + 7)) {
    const end = bytes.indexOf('\nendstream', start);
    try {
      content += inflateSync(bytes.subarray(start + 7, end)).toString('latin1');
    } catch {
      // Not compressed, so not a page.
    }
    start = end;
  }
  return content;
}

/** Paints the rectangles of a page that were drawn as black paths, one pixel a unit of the picture that they make up. */
function paint(page: string): { size: number; modules: Uint8Array } {
  const content = page.split('\nq\n').find((drawing) => drawing.includes('\n0 0 0 scn')) ?? '';
  const corners = Array.from(content.matchAll(/(-?[\d.]+) (-?[\d.]+) m\n(-?[\d.]+) (-?[\d.]+) l/g), (match) =>
    match.slice(1).map(Number),
  );
  const size = Math.max(...corners.flat()) + 4;
  const modules = new Uint8Array(size * size);
  for (const [left = 0, top = 0, right = 0] of corners) modules.fill(1, top * size + left, top * size + right);
  return { size, modules };
}

const textOf = (pdf: Uint8Array): string => readPdf(pdf).join('');

const CONTACT = { name: 'IT Service Desk', phone: '+49 30 1234', email: null, hours: 'Mon to Fri' };

async function print(displayName = 'Jane Doe', language: Language = 'en'): Promise<Buffer> {
  const letter = writePrinted({ ...CONTENT, displayName }, language, MAIL_SETTINGS);
  return printLetter(letter, CONTACT);
}

it('the letter’s picture says the link, and its text a short code for who cannot scan', async () => {
  const pdf = await print();
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(await readWithZxing(palettePng(paint(contentOf(pdf)), 4, deflateRuns))).toEqual([LINK]);
  expect(readPdf(pdf)).toContain('7K3MX-Q2ZPA-94TVB');
  const said = textOf(pdf);
  expect(said).toContain('https://tessera.example.org/invitation/code');
  expect(said).not.toContain(TOKEN);
  expect(said).toContain('IT Service Desk');
  expect(said).toContain('4 May 2026 at 10:00 UTC');
});

it.each([
  'Maria Skłodowska-Curie',
  'Ελένη Παπαδοπούλου',
  'Jan Žižka',
  'Юлия Щербакова',
  'Þórdís Ěščřž',
  'Ida Hoffmann',
])('a letter greets %s by their name', async (name) => {
  expect(textOf(await print(name))).toContain(`Hello ${name},`);
});

it.each(LANGUAGES)('a letter fits one page in %s', async (language) => {
  const pdf = await print('Maria Skłodowska-Curie', language);
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(1);
});

it.each(LANGUAGES)(
  'the mail to the printer carries the letter and says nothing of the link itself, in %s',
  async (language) => {
    const mail = await composeMail(delivery(language), MAIL_SETTINGS);
    expect(mail.attachments).toMatchObject([{ filename: 'letter.pdf', contentType: 'application/pdf' }]);
    const said = JSON.stringify([mail.subject, mail.text, mail.html]);
    expect(said).toContain('Jane Doe');
    expect(said).not.toContain(TOKEN);
  },
);

it('a letter tells times in its reader’s zone, and the mail to the printer in the site’s', async () => {
  const mail = await composeMail({ ...delivery('en'), timeZone: 'America/New_York' }, MAIL_SETTINGS);
  expect(mail.text).toContain('4 May 2026 at 10:00 UTC');
  const [letter] = mail.attachments ?? [];
  expect(textOf(letter?.content as Buffer)).toMatch(/4 May 2026 at 06:00 (?:GMT-4|EDT)/);
});

it('a mail tells times in its reader’s zone', async () => {
  const content = {
    kind: 'invitation-code',
    displayName: 'J',
    userId: 'j',
    code: 'A',
    validUntil: CONTENT.validUntil,
  } as const;
  const mail = await composeMail({ ...delivery('en'), content, timeZone: 'Asia/Tokyo' }, MAIL_SETTINGS);
  expect(mail.text).toMatch(/4 May 2026 at 19:00 (?:GMT\+9|JST)/);
  expect(mail.html).toMatch(/4 May 2026 at 19:00 (?:GMT\+9|JST)/);
});

it('no other mail carries anything', async () => {
  const code = {
    kind: 'invitation-code',
    displayName: 'Jane',
    userId: 'jane.doe',
    code: 'A',
    validUntil: new Date(),
  } as const;
  expect((await composeMail({ ...delivery('en'), content: code }, MAIL_SETTINGS)).attachments).toEqual([]);
});
