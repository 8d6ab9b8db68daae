import type { MailSettings } from '@/lib/messaging/mail/mail-body';
import type { MailAddress } from '@/lib/shared/mail-address';

/** Of a site that has not set anything. */
export const MAIL_SETTINGS: MailSettings = {
  from: { name: 'Tessera', address: 'tessera@example.org' as MailAddress },
  site: 'https://tessera.example.org',
  links: true,
  timeZone: 'UTC',
  contact: null,
};
