'use server';

import { revalidatePath } from 'next/cache';
import { replayMessage } from '@/lib/messaging/send-due-messages';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../refused';
import { z } from 'zod';
import { parseMessageId } from '@/lib/messaging/new-message';

const messageSchema = z.object({
  messageId: z.string().transform((text, context) => {
    const id = parseMessageId(text);
    if (id) return id;
    context.addIssue('not a message');
    return z.NEVER;
  }),
});

export const replayMessageAction = formAction(
  { permission: 'message:replay', schema: messageSchema, proof: 'decide-as-staff' },
  async ({ messageId }, { services, signedIn, origin }) => {
    const replayed = await replayMessage(services.messaging, signedIn.user, messageId, origin);
    if (!replayed.ok) return refused(replayed.refusal === 'expired' ? 'message-expired' : replayed.refusal);
    revalidatePath('/helpdesk/messages');
    return { status: 'done' };
  },
);
