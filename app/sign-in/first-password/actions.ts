'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pathWithUserId } from '@/components/site/forms/typed-user-id';
import { setFirstPassword, type FirstPasswordRefusal } from '@/lib/helpdesk/administration/create-account';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { services } from '@/lib/server/composition/compose';
import type { FormState } from '@/lib/shared/form-state';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

const schema = z.object({ token: z.string().max(200), newPassword: password, newPasswordAgain: password });

const FIELDS: Partial<Record<FirstPasswordRefusal, string>> = {
  'password-too-short': 'newPassword',
  'password-too-long': 'newPassword',
  'password-guessable': 'newPassword',
  'passwords-differ': 'newPasswordAgain',
};

/** Needs no session: the link's secret is the proof. */
export async function setFirstPasswordAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<FirstPasswordRefusal | 'invalid-input'>> {
  const parsed = schema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const { administration } = await services();
  if (!administration) return { status: 'refused', code: 'changed-elsewhere' };
  const { token, newPassword, newPasswordAgain } = parsed.data;
  const input = { token, passwords: { new: newPassword, again: newPasswordAgain } };
  const set = await setFirstPassword(administration, input, await requestOrigin());
  if (set.ok) redirect(pathWithUserId('/sign-in', set.value.userId));
  const field = FIELDS[set.refusal];
  return field
    ? { status: 'refused', code: 'invalid-input', errors: { [field]: set.refusal } }
    : { status: 'refused', code: set.refusal };
}
