import type { MailAddress } from '@/lib/shared/mail-address';
import type { NewMail } from '@/lib/messaging/new-message';

/** What must never be read by anybody but the one who gets the mail. */
export const INVITATION_LINK = 'https://tessera.example.org/invitation#cj7Yv2nB0t';

export function newMail(changes: Partial<NewMail> = {}): NewMail {
  return {
    channel: 'mail',
    to: 'jane.doe@example.org' as MailAddress,
    domain: 'example.org',
    language: 'en',
    timeZone: null,
    content: {
      kind: 'invitation',
      displayName: 'Jane Doe',
      userId: 'jane.doe',
      invitationLink: INVITATION_LINK,
      proof: 'password',
      site: 'tessera.example.org',
      validUntil: new Date('2026-05-04T11:00:00Z'),
    },
    about: null,
    expiresAt: null,
    ...changes,
  };
}
