import { z } from 'zod';
import { parseMessageId } from '@/lib/messaging/message-id';

/** The dead letter that a button is about. */
export const messageSchema = z.object({
  messageId: z.string().transform((text, context) => {
    const id = parseMessageId(text);
    if (id) return id;
    context.addIssue('not a message');
    return z.NEVER;
  }),
});
