'use server';

import { revalidatePath } from 'next/cache';
import { oneLine } from '@/lib/shared/text/one-line';
import { approveInvitation, declineInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { MAXIMUM_REASON_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../refused';
import { z } from 'zod';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';

const approvalSchema = z.object({
  requestId: z.string().transform((text, context) => {
    const invitationId = parseInvitationId(text);
    if (invitationId) return { kind: 'invitation', id: invitationId } as const;
    const id = parseApprovalId(text);
    const kind = id && KINDS[text.slice(0, text.indexOf('-'))];
    if (kind) return { kind, id } as const;
    context.addIssue('not a request');
    return z.NEVER;
  }),
});

/** By what their identifiers begin with; a request to lift a freeze had that of the freeze before it had one of its own. */
const KINDS: Readonly<Record<string, 'removal' | 'lift'>> = { rem: 'removal', lft: 'lift', frz: 'lift' };

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const declineSchema = approvalSchema.extend({ note: z.string().max(1_000).default('') });

export const approveAction = formAction(
  { permission: 'approval:decide', schema: approvalSchema, proof: 'decide-as-staff' },
  async ({ requestId }, { services: { helpdesk }, signedIn, origin }) => {
    switch (requestId.kind) {
      case 'invitation':
        return answer(await approveInvitation(helpdesk, signedIn, requestId.id, origin));
      case 'removal':
        return answer(await decideApproval(helpdesk, REMOVALS, signedIn, requestId.id, 'approved', origin));
      case 'lift':
        return answer(await decideApproval(helpdesk, LIFTS, signedIn, requestId.id, 'approved', origin));
    }
  },
);

export const declineAction = formAction(
  { permission: 'approval:decide', schema: declineSchema, proof: null },
  async ({ requestId, note }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    if (requestId.kind === 'lift') return refused('not-awaiting');
    const text = oneLine(note, MAXIMUM_REASON_LENGTH);
    if (text === null) return refused('decline-reason-missing');
    return answer(
      requestId.kind === 'invitation'
        ? await declineInvitation(helpdesk, signedIn, requestId.id, origin, text)
        : await decideApproval(helpdesk, REMOVALS, signedIn, requestId.id, 'declined', origin, text),
    );
  },
);

export const declineLiftAction = formAction(
  { permission: 'approval:decide', schema: approvalSchema, proof: null },
  async ({ requestId }, { services, signedIn, origin }) =>
    requestId.kind === 'lift'
      ? answer(await decideApproval(services.helpdesk, LIFTS, signedIn, requestId.id, 'declined', origin))
      : refused('not-awaiting'),
);

function answer<Refusal extends string>(result: { ok: true } | { ok: false; refusal: Refusal }) {
  if (!result.ok) return refused(result.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
