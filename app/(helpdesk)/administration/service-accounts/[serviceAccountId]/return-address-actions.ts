'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { oneLine } from '@/lib/shared/text/one-line';
import { addReturnAddress, removeReturnAddress } from '@/lib/helpdesk/service-accounts/change-account';
import { MAXIMUM_RETURN_NAME_LENGTH, parseReturnAddress } from '@/lib/helpdesk/service-accounts/return-address';
import { parseServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { RefusedForm } from '@/lib/shared/form-state';
import { formAction } from '@/lib/server/web/actions/form-action';
import { serviceRefused } from '../service-refused';
import { parsed } from '../typed-fields';

const MANAGES = { permission: 'service-account:manage' } as const;

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const boundedText = z.string().max(2_000);

const addedSchema = z.object({
  serviceAccountId: parsed(parseServiceAccountId),
  returnName: boundedText,
  returnUrl: boundedText,
});
const removedSchema = z.object({ serviceAccountId: parsed(parseServiceAccountId), returnUrl: boundedText });

/** Widens where people are sent, so it takes the proof. */
export const addReturnAddressAction = formAction(
  { ...MANAGES, proof: 'decide-as-staff', schema: addedSchema },
  async ({ serviceAccountId: id, returnName, returnUrl }, { services: { serviceAccounts }, signedIn, origin }) => {
    const name = oneLine(returnName, MAXIMUM_RETURN_NAME_LENGTH);
    if (name === null) return wrongField('returnName', 'return-name-invalid');
    const url = parseReturnAddress(returnUrl);
    if (!url.ok) return wrongField('returnUrl', url.refusal);
    const result = await addReturnAddress(serviceAccounts, signedIn, { id, url: url.value, name }, origin);
    return result.ok ? done() : serviceRefused(result.refusal);
  },
);

export const removeReturnAddressAction = formAction(
  { ...MANAGES, proof: null, schema: removedSchema },
  async ({ serviceAccountId: id, returnUrl: url }, { services: { serviceAccounts }, signedIn, origin }) => {
    const removed = await removeReturnAddress(serviceAccounts, signedIn, { id, url }, origin);
    return removed.ok ? done() : serviceRefused(removed.refusal);
  },
);

type WrongField = 'return-name-invalid' | 'return-address-invalid';

function wrongField(field: 'returnName' | 'returnUrl', code: WrongField): RefusedForm<WrongField | 'invalid-input'> {
  return { status: 'refused', code: 'invalid-input', errors: { [field]: code } };
}

function done() {
  revalidatePath('/administration', 'layout');
  return { status: 'done' } as const;
}
