import type { FormState } from '@/lib/shared/form-state';

/** A server action as `useActionState` takes it. */
export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>;
