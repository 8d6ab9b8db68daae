/** Why the action pipeline itself turns a form away, whatever the form is for. */
export type PipelineRefusal =
  | 'signed-out'
  | 'not-permitted'
  | 'too-many-requests'
  | 'invalid-input'
  | 'step-up-required'
  | 'wrong-password'
  | 'too-many-attempts'
  | 'too-busy'
  | 'gateway-unreachable';

/** What a server action answers to its form. The sentence for `code` is chosen where it is shown. */
export type FormState<Code extends string> = { status: 'idle' } | RefusedForm<Code> | { status: 'done'; code?: string };

/** @property fields what was typed, to be shown again: no secrets */
export type RefusedForm<Code extends string> = { status: 'refused'; code: Code; fields?: Record<string, string> };

/**
 * A server action as forms take it. It looks at no earlier state, so that an action with few codes fits a form that has
 * sentences for many; one with a code that the form has no sentence for does not compile.
 */
export type FormAction<Code extends string, Answer = never> = (
  previous: unknown,
  formData: FormData,
) => Promise<FormState<Code> | Answer>;

export const IDLE = { status: 'idle' } as const;
