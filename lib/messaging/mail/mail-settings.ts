import type { MailSender } from '../../config/mail-config';

export type MailSettings = {
  from: MailSender;
  /** Address of the site. */
  site: string;
};
