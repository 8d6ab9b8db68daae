'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { parseAccountRequestId, type AccountRequest } from '@/lib/service-accounts/account-request';
import { decideServiceAccount, type AccountDecisionRefusal } from '@/lib/service-accounts/request-account';
import type { Result } from '@/lib/shared/result';
import { formAction } from '@/lib/web/actions/form-action';
import { serviceRefused } from '../../administration/service-accounts/service-refused';
import { parsed } from '../../administration/service-accounts/typed-fields';

const schema = z.object({ requestId: parsed(parseAccountRequestId) });

export const approveServiceAccountAction = formAction(
  { permission: 'account:approve', schema, proof: 'decide-as-staff' },
  async ({ requestId }, { services: { serviceAccounts }, signedIn, origin }) =>
    answer(await decideServiceAccount(serviceAccounts, signedIn, requestId, 'approved', origin)),
);

export const declineServiceAccountAction = formAction(
  { permission: 'account:approve', schema, proof: null },
  async ({ requestId }, { services: { serviceAccounts }, signedIn, origin }) =>
    answer(await decideServiceAccount(serviceAccounts, signedIn, requestId, 'declined', origin)),
);

function answer(decided: Result<AccountRequest, AccountDecisionRefusal>) {
  if (!decided.ok)
    return serviceRefused(decided.refusal === 'not-permitted' ? 'service-request-over' : decided.refusal);
  revalidatePath('/helpdesk', 'layout');
  return { status: 'done' } as const;
}
