'use server';

import type { LetterCodeRefusal } from '@/lib/helpdesk/invitations/find-link-by-letter-code';
import type { FormState } from '@/lib/shared/form-state';
import { openByCode } from './open-by-code';

export async function openLetterAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<LetterCodeRefusal | 'invalid-input'>> {
  return openByCode('/invitation', formData);
}

export async function openFirstPasswordAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<LetterCodeRefusal | 'invalid-input'>> {
  return openByCode('/sign-in/first-password', formData);
}

export async function openNoticeAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<LetterCodeRefusal | 'invalid-input'>> {
  return openByCode('/not-me', formData);
}
