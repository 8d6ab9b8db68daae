'use server';

import { redirect } from 'next/navigation';
import { findLinkByLetterCode, type LetterCodeRefusal } from '@/lib/helpdesk/invitations/find-link-by-letter-code';
import { services } from '@/lib/composition/compose';
import type { FormState } from '@/lib/shared/form-state';
import { requestOrigin } from '@/lib/web/actions/request-trace';
import { letterCodeSchema } from '../schemas';

/** Needs no session, as the link that the code stands for. Goes on to the page of that link. */
export async function openLetterAction(
  _previous: unknown,
  formData: FormData,
): Promise<FormState<LetterCodeRefusal | 'invalid-input'>> {
  const parsed = letterCodeSchema.safeParse(formData.get('code'));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const { helpdesk } = await services();
  const found = await findLinkByLetterCode(helpdesk, parsed.data, await requestOrigin());
  if (!found.ok) {
    const errors = found.refusal === 'mistyped-code' ? { errors: { code: found.refusal } } : {};
    return { status: 'refused', code: found.refusal, ...errors };
  }
  redirect(`/invitation#${found.value}`);
}
