import type { MailSender } from '../../config/mail-config';

/** What a mail says, before it is text or HTML. Everything in it is plain text. */
export type MailBody = {
  subject: string;
  paragraphs: readonly string[];
  facts: readonly Fact[];
  /** The one thing to do. */
  action: { label: string; url: string } | null;
  closing: readonly string[];
};

export type Fact = readonly [label: string, value: string];

export type MailSettings = {
  from: MailSender;
  /** Address of the site. */
  site: string;
};
