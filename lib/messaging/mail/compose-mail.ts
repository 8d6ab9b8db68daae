import type { SendMailOptions } from 'nodemailer';
import type { Language } from '../../accounts/users/user';
import { DeliveryError } from '../delivery-error';
import type { MailDelivery } from '../delivery';
import type { MailContent } from '../mail-content';
import { parseMailAddress } from '../../shared/mail-address';
import type { MailSettings } from './mail-body';
import { writeMail, writePrinted } from './write-mail';

/**
 * A whole mail. Its Message-ID and date are those of the message, so that all its copies say that they are one.
 * @throws DeliveryError `refused` when it has nowhere to go
 */
export async function composeMail(
  { id, to, language, content, queuedAt }: MailDelivery,
  settings: MailSettings,
): Promise<SendMailOptions> {
  const address = parseMailAddress(to);
  if (address === null) throw new DeliveryError('refused', 'the stored address is none');
  const { from } = settings;
  return {
    ...writeMail(content, language, settings.site),
    from,
    to: { name: '', address },
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    date: queuedAt,
    // RFC 3834 §5: keeps holiday notes from being answered.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: content.kind === 'invitation-letter' ? [await letterAttached(content, language)] : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function letterAttached(content: Extract<MailContent, { kind: 'invitation-letter' }>, language: Language) {
  // What writes PDF takes a tenth of a second to load, and few mails have a letter.
  const { printLetter } = await import('./print-letter');
  const pdf = await printLetter(writePrinted(content, language));
  return { filename: 'letter.pdf', contentType: 'application/pdf', content: pdf };
}
