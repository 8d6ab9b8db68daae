import { z } from 'zod';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';

/** The invitation that a button on its page is about. */
export const invitationSchema = z.object({
  invitationId: z.string().transform((text, context) => {
    const id = parseInvitationId(text);
    if (id) return id;
    context.addIssue('not an invitation');
    return z.NEVER;
  }),
});

export const readOutSchema = invitationSchema.extend({ code: z.string().max(64) });
