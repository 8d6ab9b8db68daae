import type { MailDelivery } from '@/lib/messaging/delivery';
import type { MessageId } from '@/lib/messaging/new-message';
import { newMail } from './new-mail';

export function mailDelivery(changes: Partial<MailDelivery> = {}): MailDelivery {
  const { channel, to, language, timeZone, content } = newMail();
  const id = `msg-${'0123456789abcdef'.repeat(2)}` as MessageId;
  return { id, queuedAt: new Date('2026-05-04T10:00:00Z'), channel, to, language, timeZone, content, ...changes };
}
