'use server';

import { revalidatePath } from 'next/cache';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import type { DecisionRefusal } from '@/lib/helpdesk/approvals/decision';
import type { ChangeRequest } from '@/lib/helpdesk/desk/changes/change-request';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import type { Result } from '@/lib/shared/result';
import { formAction } from '@/lib/server/web/actions/form-action';
import { z } from 'zod';
import { refused } from '../refused';

const schema = z.object({
  requestId: z.string().transform((text, context) => {
    const id = parseApprovalId(text);
    if (id) return id;
    context.addIssue('not a request');
    return z.NEVER;
  }),
});

export const approveChangeAction = formAction(
  { permission: 'account:approve', schema, proof: 'decide-as-staff' },
  async ({ requestId }, { services: { helpdesk }, signedIn, origin }) =>
    answer(await decideApproval(helpdesk, CHANGES, signedIn, requestId, 'approved', origin)),
);

export const declineChangeAction = formAction(
  { permission: 'account:approve', schema, proof: null },
  async ({ requestId }, { services: { helpdesk }, signedIn, origin }) =>
    answer(await decideApproval(helpdesk, CHANGES, signedIn, requestId, 'declined', origin)),
);

function answer(result: Result<ChangeRequest, DecisionRefusal>) {
  if (!result.ok) return refused(result.refusal);
  revalidatePath('/helpdesk', 'layout');
  if (result.value.state === 'withdrawn') return refused('change-not-possible');
  return { status: 'done' } as const;
}
