'use server';

import { revalidatePath } from 'next/cache';
import { replayMessage } from '@/lib/messaging/replay-message';
import { formAction } from '@/lib/web/actions/form-action';
import { refused } from '../refused';
import { messageSchema } from './message-schema';

export const replayMessageAction = formAction(
  { permission: 'message:replay', schema: messageSchema, stepUp: false },
  async ({ messageId }, { services, signedIn, origin }) => {
    const replayed = await replayMessage(services.messages, signedIn.user, messageId, origin);
    if (!replayed.ok) return refused(replayed.refusal === 'expired' ? 'message-expired' : replayed.refusal);
    revalidatePath('/helpdesk/messages');
    return { status: 'done' };
  },
);
