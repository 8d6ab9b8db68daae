import { z } from 'zod';
import { parseDeviceRemovalId } from '@/lib/helpdesk/removal/device-removal';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';

/** The request that a button of the queue is about. */
export const approvalSchema = z.object({
  requestId: z.string().transform((text, context) => {
    const invitationId = parseInvitationId(text);
    if (invitationId) return { kind: 'invitation', id: invitationId } as const;
    const removalId = parseDeviceRemovalId(text);
    if (removalId) return { kind: 'removal', id: removalId } as const;
    context.addIssue('not a request');
    return z.NEVER;
  }),
});

export const declineSchema = approvalSchema.extend({ note: z.string().max(1_000).default('') });
