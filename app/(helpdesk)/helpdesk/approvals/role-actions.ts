'use server';

import { revalidatePath } from 'next/cache';
import { ROLE_REQUESTS, type RoleRequest } from '@/lib/helpdesk/administration/role-request';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import type { DecisionRefusal } from '@/lib/helpdesk/approvals/decision';
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

export const approveRoleAction = formAction(
  { permission: 'account:approve', schema, proof: 'decide-as-staff' },
  async ({ requestId }, { services: { administration, accounts }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    if (accounts.identityProvider.settings?.givesRoles) return refused('roles-elsewhere');
    return answer(await decideApproval(administration, ROLE_REQUESTS, signedIn, requestId, 'approved', origin));
  },
);

export const declineRoleAction = formAction(
  { permission: 'account:approve', schema, proof: null },
  async ({ requestId }, { services: { administration }, signedIn, origin }) =>
    administration
      ? answer(await decideApproval(administration, ROLE_REQUESTS, signedIn, requestId, 'declined', origin))
      : refused('accounts-elsewhere'),
);

function answer(result: Result<RoleRequest, DecisionRefusal | 'not-permitted' | 'has-role'>) {
  if (!result.ok && result.refusal === 'not-permitted') return refused('role-over');
  if (!result.ok) return refused(result.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
