import { z } from 'zod';
import { detailFaults, type DetailRefusal, type TypedDetails } from '@/lib/helpdesk/administration/account-details';
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
const FIELD_OF: Record<DetailRefusal, keyof z.output<typeof detailsSchema>> = {
  'name-invalid': 'displayName',
  'mail-addresses-invalid': 'mailAddresses',
  'language-unknown': 'language',
  'group-invalid': 'group',
};

/** What a form answers, with what is wrong with each field. @param more of further fields */
export function refusedDetails<Code extends string = never>(
  typed: TypedDetails,
  more: Partial<Record<string, Code>> = {},
): RefusedForm<Code | DetailRefusal | 'invalid-input'> | null {
  const errors: Partial<Record<string, Code | DetailRefusal>> = {
    ...Object.fromEntries(detailFaults(typed).map((fault) => [FIELD_OF[fault], fault])),
    ...more,
  };
  return Object.keys(errors).length === 0 ? null : { status: 'refused', code: 'invalid-input', errors };
}

/** What a form answers that has one wrong field. */
export function refusedField<Code extends string>(field: string, code: Code): RefusedForm<Code | 'invalid-input'> {
  return { status: 'refused', code: 'invalid-input', errors: { [field]: code } };
}
