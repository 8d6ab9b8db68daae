'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { userPath } from '@/components/staff/helpdesk/people/user-path';
import { parseNewUserId } from '@/lib/accounts/users/new-user';
import { parseDetails } from '@/lib/helpdesk/administration/account-details';
import { createAccount } from '@/lib/helpdesk/administration/create-account';
import { formAction } from '@/lib/server/web/actions/form-action';
import { z } from 'zod';
import { refused } from '../../../helpdesk/refused';
import { detailsSchema, refusedDetails, refusedField } from '../details-schema';

const schema = detailsSchema.extend({ userId: z.string().max(1_000).default('') });

export const createAccountAction = formAction(
  { permission: 'account:manage', schema, proof: 'decide-as-staff' },
  async ({ userId, ...fields }, { services: { administration }, signedIn, origin }) => {
    if (!administration) return refused('accounts-elsewhere');
    const details = parseDetails(fields);
    const wrong = refusedDetails(fields, {
      ...(parseNewUserId(userId) === null && { userId: 'user-id-invalid' as const }),
      ...(fields.mailAddresses.trim() === '' && { mailAddresses: 'mail-address-missing' as const }),
    });
    if (wrong) return wrong;
    if (!details.ok) return refused(details.refusal);
    const created = await createAccount(administration, signedIn, { ...details.value, userId }, origin);
    if (created.ok) {
      revalidatePath('/administration', 'layout');
      redirect(userPath(created.value.userId));
    }
    if (created.refusal === 'not-permitted') return refused(created.refusal);
    if (created.refusal === 'name-invalid') return refusedField('displayName', created.refusal);
    return created.refusal === 'no-mail-address'
      ? refusedField('mailAddresses', 'mail-address-missing')
      : refusedField('userId', created.refusal);
  },
);
