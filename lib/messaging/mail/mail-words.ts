import type { MailContent, MailKind } from '../mail-content';
import type { MailBody } from './mail-body';

/** @param time formats a time */
type Write<Content> = (content: Content, time: (at: Date) => string) => MailBody;

/** All mails in one language. A kind of mail without words does not compile. */
export type MailWords = {
  letters: { [Kind in MailKind]: Write<Extract<MailContent, { kind: Kind }>> };
  /** The printed letter; the mail of the same kind only tells the printer what to do with it. */
  printed: Write<Extract<MailContent, { kind: 'invitation-letter' }>>;
  /** Precedes a link that is spelt out. */
  linkHint: string;
  /** @param site address of the site */
  footer: (site: string) => string;
};
