import type { User } from '../accounts/users/user';
import type { MailContent } from './mail-content';
import type { NewMail } from './new-message';

/**
 * One mail to each known address of a person, in their language.
 * @param about what the mails belong to, such as an invitation's identifier
 * @param expiresAt when they are of no use any more; null for never
 */
export function mailsTo(
  user: Pick<User, 'mailAddresses' | 'language'>,
  content: MailContent,
  about: string | null = null,
  expiresAt: Date | null = null,
): NewMail[] {
  const { language } = user;
  return user.mailAddresses.map((to) => ({ channel: 'mail', to, language, content, about, expiresAt }));
}
