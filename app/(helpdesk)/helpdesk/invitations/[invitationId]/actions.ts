'use server';

import { revalidatePath } from 'next/cache';
import { confirmReadOut } from '@/lib/helpdesk/invitations/read-out/read-out';
import { revokeByStaff } from '@/lib/helpdesk/invitations/revoke-invitation';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../../refused';
import { z } from 'zod';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';

const invitationSchema = z.object({
  invitationId: z.string().transform((text, context) => {
    const id = parseInvitationId(text);
    if (id) return id;
    context.addIssue('not an invitation');
    return z.NEVER;
  }),
});

const readOutSchema = invitationSchema.extend({ code: z.string().max(64) });

export const revokeInvitationAction = formAction(
  { permission: 'invitation:revoke', schema: invitationSchema, proof: null },
  async ({ invitationId }, { services, signedIn, origin }) => {
    const revoked = await revokeByStaff(services.helpdesk, signedIn, invitationId, origin);
    if (!revoked.ok) return refused(revoked.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);

export const confirmReadOutAction = formAction(
  { permission: 'invitation:send', schema: readOutSchema, proof: 'decide-as-staff' },
  async ({ invitationId, code }, { services, signedIn, origin }) => {
    const result = await confirmReadOut(services.helpdesk, signedIn, invitationId, code, origin);
    if (!result.ok) return refused(result.refusal);
    revalidatePath('/helpdesk', 'layout');
    return { status: 'done' };
  },
);
