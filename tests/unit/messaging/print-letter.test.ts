import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { composeMail } from '@/lib/messaging/mail/compose-mail';
import { printLetter } from '@/lib/messaging/mail/print-letter';
import { LANGUAGES } from '@/lib/accounts/users/user';
import type { MailDelivery } from '@/lib/messaging/delivery';
import type { MessageId } from '@/lib/messaging/new-message';
import type { MailAddress } from '@/lib/shared/mail-address';
import { deflateRuns } from '@/lib/image/renderers/qr-renderers';
import { palettePng } from '@/lib/image/colour/palette-png';
import { readWithZxing } from '../../support/images/read-with-zxing';

const TOKEN = 'Qk3_'.repeat(10) + 'abc';
const LINK = `https://tessera.example.org/invitation#${TOKEN}`;

function delivery(language: MailDelivery['language']): MailDelivery {
  const content = {
    kind: 'invitation-letter',
    displayName: 'Jane Doe',
    userId: 'jane.doe',
    invitationLink: LINK,
    validUntil: new Date('2026-05-04T10:00:00Z'),
  } as const;
  const id = `msg-${'0'.repeat(32)}` as MessageId;
  const to = 'printer@example.org' as MailAddress;
  return { channel: 'mail', id, queuedAt: new Date('2026-05-04T09:00:00Z'), to, language, content };
}

const SETTINGS = {
  from: { name: 'Tessera', address: 'tessera@example.org' as MailAddress },
  site: 'https://x.example',
};

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

/** Paints the rectangles of a page that were drawn as paths, one pixel a unit of the picture that they make up. */
function paint(content: string): { size: number; modules: Uint8Array } {
  const corners = Array.from(content.matchAll(/(-?[\d.]+) (-?[\d.]+) m\n(-?[\d.]+) (-?[\d.]+) l/g), (match) =>
    match.slice(1).map(Number),
  );
  const size = Math.max(...corners.flat()) + 4;
  const modules = new Uint8Array(size * size);
  for (const [left = 0, top = 0, right = 0] of corners) modules.fill(1, top * size + left, top * size + right);
  return { size, modules };
}

it('the letter’s picture says the link, and its text the same for who cannot scan', async () => {
  const letter = { subject: 'S', paragraphs: [], facts: [], action: { label: 'Open', url: LINK }, closing: [] };
  const pdf = await printLetter(letter);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  const content = contentOf(pdf);
  expect(await readWithZxing(palettePng(paint(content), 4, deflateRuns))).toEqual([LINK]);
  const shown = Array.from(content.matchAll(/<([\da-f]+)>/g), ([, hex]) => Buffer.from(hex ?? '', 'hex').toString());
  expect(shown.join('')).toContain(TOKEN);
});

it.each(LANGUAGES)(
  'the mail to the printer carries the letter and says nothing of the link itself, in %s',
  async (language) => {
    const mail = await composeMail(delivery(language), SETTINGS);
    expect(mail.attachments).toMatchObject([{ filename: 'letter.pdf', contentType: 'application/pdf' }]);
    const said = JSON.stringify([mail.subject, mail.text, mail.html]);
    expect(said).toContain('Jane Doe');
    expect(said).not.toContain(TOKEN);
  },
);

it('no other mail carries anything', async () => {
  const code = {
    kind: 'invitation-code',
    displayName: 'Jane',
    userId: 'jane.doe',
    code: 'A',
    validUntil: new Date(),
  } as const;
  expect((await composeMail({ ...delivery('en'), content: code }, SETTINGS)).attachments).toEqual([]);
});
