import { z } from 'zod';
import type { RefusedForm } from '@/lib/shared/form-state';
import type { LimitRefusal, TypedLimits } from '@/lib/helpdesk/service-accounts/typed-account';

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const line = z.string().max(1_000).default('');

export const limitsShape = { networks: z.string().max(4_000).default(''), requestsPerMinute: line, lastDay: line };

/** Ticked boxes come each under a name of its own: `scope-user:find`. */
export function tickedScopes(input: Record<string, unknown>): string[] {
  return Object.keys(input)
    .filter((name) => name.startsWith('scope-'))
    .map((name) => name.slice('scope-'.length));
}

/** The field that a refusal is about. */
const FIELD_OF: Record<LimitRefusal, keyof TypedLimits> = {
  'networks-invalid': 'networks',
  'requests-out-of-range': 'requestsPerMinute',
  'last-day-out-of-range': 'lastDay',
};

export function refusedLimit(refusal: LimitRefusal): RefusedForm<LimitRefusal | 'invalid-input'> {
  return { status: 'refused', code: 'invalid-input', errors: { [FIELD_OF[refusal]]: refusal } };
}

/** An identifier of the core, from a form. @param parse gives null for what is none */
export function parsed<Id extends string>(parse: (text: string) => Id | null) {
  return z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue('no identifier');
    return z.NEVER;
  });
}
