import type { MessageStatus } from '@/lib/messaging/message-status';

/** `invitation-code` becomes "Invitation code". */
export function messageKindWords(kind: MessageStatus['kind']): string {
  const words = kind.replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
