import type { MailSender } from '../../config/mail-config';

/** A mail's content before it becomes text or HTML. All parts are plain text. */
export type MailBody = {
  subject: string;
  paragraphs: readonly string[];
  facts: readonly Fact[];
  /** The only call to action. */
  action: { label: string; url: string } | null;
  closing: readonly string[];
};

export type Fact = readonly [label: string, value: string];

export type MailSettings = {
  from: MailSender;
  /** Address of the site. */
  site: string;
};
