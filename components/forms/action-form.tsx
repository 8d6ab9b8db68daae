'use client';

import { useActionState, type ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';
import { refusalWords, type RefusalCode } from './refusal-words';
import { StepUpField } from './step-up-field';

/** Refusals that require the password even where the page did not expect it. */
const NEEDS_PASSWORD = new Set<RefusalCode>(['step-up-required', 'wrong-password', 'too-busy']);

/**
 * Form for a server action: its fields, the password where it is due, the outcome, and one button.
 * @param stepUp `due` shows the password field, `later` shows it once the action asks for it, `never` hides it
 * @param doneWords announced when the action is done and the page stays
 */
export function ActionForm({
  action,
  stepUp,
  submit,
  variant = 'primary',
  doneWords,
  children,
}: {
  action: FormAction<RefusalCode>;
  stepUp: 'due' | 'later' | 'never';
  submit: string;
  variant?: 'primary' | 'secondary' | 'danger';
  doneWords?: string;
  children?: ReactNode;
}) {
  const [state, dispatch] = useActionState<FormState<RefusalCode>, FormData>(action, IDLE);
  const asksForPassword = stepUp === 'never' ? false : needsPassword(state, stepUp === 'due');
  return (
    <form action={dispatch} className="grid gap-5">
      <div className="empty:hidden">
        {state.status === 'refused' && (
          <Notice tone="error" role="alert">
            {refusalWords(state.code)}
          </Notice>
        )}
        {state.status === 'done' && doneWords && (
          <Notice tone="success" role="status">
            {doneWords}
          </Notice>
        )}
      </div>
      {children}
      {asksForPassword && <StepUpField />}
      <div>
        <SubmitButton variant={variant}>{submit}</SubmitButton>
      </div>
    </form>
  );
}

function needsPassword(state: FormState<RefusalCode>, isDue: boolean): boolean {
  if (state.status === 'done') return false;
  return isDue || (state.status === 'refused' && NEEDS_PASSWORD.has(state.code));
}
