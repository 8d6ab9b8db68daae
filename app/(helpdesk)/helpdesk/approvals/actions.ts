'use server';

import { revalidatePath } from 'next/cache';
import { oneLine } from '@/lib/shared/text/one-line';
import { approveInvitation, declineInvitation } from '@/lib/invitations/decide-invitation';
import { parseFreezeId } from '@/lib/accounts/freeze/freeze';
import { parseApprovalId } from '@/lib/approvals/approval';
import { decideApproval } from '@/lib/approvals/decide-approval';
import { MAXIMUM_REASON_LENGTH } from '@/lib/approvals/request-texts';
import { REMOVALS } from '@/lib/helpdesk/removal/removals';
import { decideLift } from '@/lib/safety/freeze/lift-freeze';
import { formAction } from '@/lib/web/actions/form-action';
import { refused } from '../refused';
import { z } from 'zod';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';

const approvalSchema = z.object({
  requestId: z.string().transform((text, context) => {
    const invitationId = parseInvitationId(text);
    if (invitationId) return { kind: 'invitation', id: invitationId } as const;
    const freezeId = parseFreezeId(text);
    if (freezeId) return { kind: 'lift', id: freezeId } as const;
    const id = parseApprovalId(text);
    if (id) return { kind: 'removal', id } as const;
    context.addIssue('not a request');
    return z.NEVER;
  }),
});

/** @property shown which request of the freeze the page showed */
const liftSchema = approvalSchema.extend({ shown: z.string().max(1_000).default('') });

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const declineSchema = approvalSchema.extend({ note: z.string().max(1_000).default('') });

export const approveAction = formAction(
  { permission: 'approval:decide', schema: liftSchema, proof: 'decide-as-staff' },
  async ({ requestId, shown: read }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    if (requestId.kind === 'lift')
      return answer(await decideLift(helpdesk, signedIn, { id: requestId.id, shown: read }, 'approved', origin));
    return answer(
      requestId.kind === 'invitation'
        ? await approveInvitation(helpdesk, signedIn, requestId.id, origin)
        : await decideApproval(helpdesk, REMOVALS, signedIn, requestId.id, 'approved', origin),
    );
  },
);

export const declineAction = formAction(
  { permission: 'approval:decide', schema: declineSchema, proof: null },
  async ({ requestId, note }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    if (requestId.kind === 'lift') return refused('not-awaiting');
    const said = oneLine(note, MAXIMUM_REASON_LENGTH);
    if (said === null) return refused('decline-reason-missing');
    return answer(
      requestId.kind === 'invitation'
        ? await declineInvitation(helpdesk, signedIn, requestId.id, origin, said)
        : await decideApproval(helpdesk, REMOVALS, signedIn, requestId.id, 'declined', origin, said),
    );
  },
);

export const declineLiftAction = formAction(
  { permission: 'approval:decide', schema: liftSchema, proof: null },
  async ({ requestId, shown: read }, { services, signedIn, origin }) =>
    requestId.kind === 'lift'
      ? answer(await decideLift(services.helpdesk, signedIn, { id: requestId.id, shown: read }, 'declined', origin))
      : refused('not-awaiting'),
);

function answer<Refusal extends string>(decided: { ok: true } | { ok: false; refusal: Refusal }) {
  if (!decided.ok) return refused(decided.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
