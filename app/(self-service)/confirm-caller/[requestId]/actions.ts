'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answerQuestion } from '@/lib/helpdesk/caller-check/manager/answer-manager-request';
import { parseManagerRequestId } from '@/lib/shared/identifiers/manager-request-id';
import { formAction } from '@/lib/server/web/actions/form-action';

const questionSchema = z.object({
  requestId: z.string().transform((text, context) => {
    const id = parseManagerRequestId(text);
    if (id) return id;
    context.addIssue('not a question to a manager');
    return z.NEVER;
  }),
});

const ANSWER = { permission: 'caller:confirm', schema: questionSchema } as const;

export const confirmCallerAction = formAction(
  { ...ANSWER, proof: 'confirm-caller' },
  async ({ requestId }, { services, signedIn, origin }) => {
    const result = await answerQuestion(services.helpdesk, signedIn, requestId, true, origin);
    revalidatePath(`/confirm-caller/${requestId}`);
    return result.ok ? { status: 'done' } : { status: 'refused', code: result.refusal };
  },
);

/** Lets nobody in, so that it takes one press. */
export const declineCallerAction = formAction(
  { ...ANSWER, proof: null },
  async ({ requestId }, { services, signedIn, origin }) => {
    const result = await answerQuestion(services.helpdesk, signedIn, requestId, false, origin);
    revalidatePath(`/confirm-caller/${requestId}`);
    return result.ok ? { status: 'done' } : { status: 'refused', code: result.refusal };
  },
);
