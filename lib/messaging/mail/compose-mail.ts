import type { SendMailOptions } from 'nodemailer';
import type { Language } from '../../shared/language';
import { DeliveryError } from '../delivery-error';
import type { MailDelivery } from '../delivery';
import type { MailContent } from '../mail-content';
import { parseMailAddress } from '../../shared/mail-address';
import type { MailSettings } from './mail-body';
import { writeMail, writePrinted } from './write-mail';

/**
 * Composes a mail. Message-ID and date are the message's, so that repeated deliveries are recognizable as one.
 * @throws DeliveryError `refused` when it has no destination
 */
export async function composeMail(
  { id, to, language, timeZone, content, queuedAt }: MailDelivery,
  site: MailSettings,
): Promise<SendMailOptions> {
  const address = parseMailAddress(to);
  if (address === null) throw new DeliveryError('refused', 'the stored address is malformed');
  // Messages that an earlier version has written have none.
  const settings = { ...site, timeZone: timeZone ?? site.timeZone };
  const { from } = settings;
  return {
    ...writeMail(content, language, content.kind === 'invitation-letter' ? site : settings),
    from,
    to: { name: '', address },
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    date: queuedAt,
    // RFC 3834 §5: suppresses automatic replies.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: content.kind === 'invitation-letter' ? [await letterAttached(content, language, settings)] : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function letterAttached(
  content: Extract<MailContent, { kind: 'invitation-letter' }>,
  language: Language,
  settings: MailSettings,
) {
  // Loaded on demand: the PDF library takes a tenth of a second, and few mails have a letter.
  const { printLetter } = await import('./print-letter');
  const pdf = await printLetter(writePrinted(content, language, settings), settings.contact, settings.brand);
  return { filename: 'letter.pdf', contentType: 'application/pdf', content: pdf };
}
