import type { MailContent, MailKind } from '../mail-content';
import type { MailBody } from './mail-body';

/** @param time puts a moment into words */
type Write<Content> = (content: Content, time: (at: Date) => string) => MailBody;

/** Everything that mails say in one language. A kind of mail without words does not compile. */
export type MailWords = {
  letters: { [Kind in MailKind]: Write<Extract<MailContent, { kind: Kind }>> };
  /** What is printed and put into an envelope; the mail of the same kind only says what to do with it. */
  printed: Write<Extract<MailContent, { kind: 'invitation-letter' }>>;
  /** In front of a link that is spelt out. */
  linkHint: string;
  /** @param site address of the site */
  footer: (site: string) => string;
};
