'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import type { DecisionRefusal } from '@/lib/helpdesk/approvals/decision';
import {
  ACCOUNT_REQUESTS,
  type AccountRequest,
  type UnmetAccount,
} from '@/lib/helpdesk/service-accounts/account-request';
import type { Result } from '@/lib/shared/result';
import { formAction } from '@/lib/server/web/actions/form-action';
import { serviceRefused } from '../../administration/service-accounts/service-refused';
import { parsed } from '../../administration/service-accounts/typed-fields';

const schema = z.object({ requestId: parsed(parseApprovalId) });

export const approveServiceAccountAction = formAction(
  { permission: 'account:approve', schema, proof: 'decide-as-staff' },
  async ({ requestId }, { services: { serviceAccounts }, signedIn, origin }) =>
    answer(await decideApproval(serviceAccounts, ACCOUNT_REQUESTS, signedIn, requestId, 'approved', origin)),
);

export const declineServiceAccountAction = formAction(
  { permission: 'account:approve', schema, proof: null },
  async ({ requestId }, { services: { serviceAccounts }, signedIn, origin }) =>
    answer(await decideApproval(serviceAccounts, ACCOUNT_REQUESTS, signedIn, requestId, 'declined', origin)),
);

function answer(result: Result<AccountRequest, DecisionRefusal | UnmetAccount>) {
  if (!result.ok) return serviceRefused(result.refusal === 'not-permitted' ? 'service-request-over' : result.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
