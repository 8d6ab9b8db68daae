import { z } from 'zod';
import type { DetailRefusal } from '@/lib/administration/account-details';
import type { RefusedForm } from '@/lib/shared/form-state';

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const line = z.string().max(1_000).default('');

export const detailsSchema = z.object({
  displayName: line,
  mailAddresses: z.string().max(4_000).default(''),
  language: line,
  group: line,
});

/** The field that a refusal is about. */
export const FIELD_OF: Record<DetailRefusal, keyof z.output<typeof detailsSchema>> = {
  'name-invalid': 'displayName',
  'mail-addresses-invalid': 'mailAddresses',
  'language-unknown': 'language',
  'group-invalid': 'group',
};

/** What a form answers that has one wrong field. */
export function refusedField<Code extends string>(field: string, code: Code): RefusedForm<Code | 'invalid-input'> {
  return { status: 'refused', code: 'invalid-input', errors: { [field]: code } };
}
