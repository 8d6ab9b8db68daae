import 'server-only';
import { redirect } from 'next/navigation';
import { services } from '@/lib/server/composition/compose';
import { findLinkByLetterCode, type LetterCodeRefusal } from '@/lib/helpdesk/invitations/find-link-by-letter-code';
import type { FormState } from '@/lib/shared/form-state';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { letterCodeSchema } from '../schemas';

/** Goes on to the page of the link that a typed code stands for. Needs no session, as the link. */
export async function openByCode(
  page: '/invitation' | '/not-me' | '/sign-in/first-password',
  formData: unknown,
): Promise<FormState<LetterCodeRefusal | 'invalid-input'>> {
  const parsed = letterCodeSchema.safeParse(formFields(formData)?.['code']);
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const { helpdesk } = await services();
  const result = await findLinkByLetterCode(helpdesk, parsed.data, await requestOrigin());
  if (result.ok) redirect(`${page}#${result.value}`);
  const errors = result.refusal === 'mistyped-code' ? { errors: { code: result.refusal } } : {};
  return { status: 'refused', code: result.refusal, ...errors };
}
