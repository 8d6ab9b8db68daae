'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { SERVICE_ACCOUNTS_PATH } from '@/components/staff/service-accounts/service-account-path';
import { requestServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import { parseNewServiceAccount } from '@/lib/helpdesk/service-accounts/typed-account';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../../../helpdesk/refused';
import { refusedField } from '../../users/details-schema';
import { limitsShape, refusedLimit, tickedScopes } from '../typed-fields';

const schema = z.looseObject({ name: z.string().max(1_000).default(''), ...limitsShape });

export const requestServiceAccountAction = formAction(
  { permission: 'service-account:manage', schema, proof: 'decide-as-staff' },
  async (input, { services: { serviceAccounts }, signedIn, origin }) => {
    const fields = { ...input, scopes: tickedScopes(input) };
    const parsed = parseNewServiceAccount(fields, serviceAccounts.clock.now());
    if (!parsed.ok) {
      if (parsed.refusal === 'name-invalid') return refusedField('name', 'service-name-invalid');
      return parsed.refusal === 'scopes-missing' ? refused(parsed.refusal) : refusedLimit(parsed.refusal);
    }
    const result = await requestServiceAccount(serviceAccounts, signedIn, parsed.value, origin);
    if (!result.ok) return refusedField('name', result.refusal);
    revalidatePath('/administration', 'layout');
    redirect(SERVICE_ACCOUNTS_PATH);
  },
);
