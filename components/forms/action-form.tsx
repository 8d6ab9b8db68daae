'use client';

import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { FieldErrors } from '@/components/ui/fields/field-errors';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { FormAction, ProofWay } from '@/lib/shared/form-state';
import { WordedRefusal } from './refusal-notice';
import { refusalWords, type RefusalCode } from './refusal-words';
import { StepUpField } from './step-up-field';
import { useFormAction, type FormActionState, type Unanswered } from './use-form-action';

/** Loaded once the action asks for it: most people are never asked. */
export const SecondProof = dynamic(() => import('./second-proof').then((module) => module.SecondProof));

/** Refusals that require the password even where the page did not expect it. */
const NEEDS_PASSWORD = new Set<string>(['step-up-required', 'wrong-password', 'too-busy']);

export type ActionFormProps<Code extends string> = {
  action: FormAction<Code>;
  /** `due` shows the password field, `later` shows it once the action asks for it, `never` hides it. */
  stepUp: 'due' | 'later' | 'never';
  /** What the button says, or all buttons where there are several. */
  submit: ReactNode;
  hasSeveralButtons?: boolean;
  variant?: 'primary' | 'secondary' | 'danger';
  /** Said above the fields when the action is done and the form stays. */
  doneWords?: string;
  /** Said at the top of the page when the action is done, where the form is gone by then. */
  pageWords?: string;
  /** What the button says while the action runs. */
  pendingText?: string;
  /** How a second proof can be given, where one is known to be missing; otherwise once the action asks for it. */
  ways?: readonly ProofWay[];
  /** See `RefusedForm`. */
  providerName?: string | undefined;
  /** Shows, in the form's place, what the action returned for this one time. */
  renderSecret?: (secret: string) => ReactNode;
  children?: ReactNode;
};

/** Form for a server action that people who look after themselves send. */
export function ActionForm(props: ActionFormProps<RefusalCode>) {
  return <WordedForm<RefusalCode> {...props} words={refusalWords} />;
}

/**
 * Form for a server action: its fields, the password where it is due, the outcome, and one button. The outcome takes the
 * focus: the first wrong field where there is one.
 * @param words the sentence for each code that the action refuses with
 */
export function WordedForm<Code extends string>({
  action,
  words,
  stepUp,
  submit,
  hasSeveralButtons = false,
  variant = 'primary',
  doneWords,
  pageWords,
  pendingText,
  ways: knownWays,
  providerName: knownProviderName,
  renderSecret,
  children,
}: ActionFormProps<Code> & { words: (code: Code | Unanswered) => string }) {
  const { state, form, formProps } = useFormAction<Code>(action, { doneWords: pageWords });
  const outcome = useRef<HTMLDivElement>(null);
  const errors = useMemo(() => fieldErrors(state, words), [state, words]);
  const ways = (state.status === 'refused' ? state.ways : undefined) ?? knownWays;
  const asksForPassword = stepUp === 'never' ? false : needsPassword(state, stepUp === 'due');

  useEffect(() => {
    if (state.status === 'idle') return;
    if (state.status === 'done') {
      if (state.next !== undefined) return;
      form.current?.reset();
      outcome.current?.focus();
      return;
    }
    const password = NEEDS_PASSWORD.has(state.code)
      ? form.current?.querySelector<HTMLInputElement>('[name=password]')
      : null;
    const wrong = password ?? form.current?.querySelector<HTMLInputElement>('[aria-invalid=true]');
    for (const field of wrongPasswords(state, form.current)) field.value = '';
    (wrong ?? outcome.current)?.focus();
  }, [state, form]);

  const secret = state.status === 'done' && state.secret !== undefined && renderSecret?.(state.secret);
  return (
    <form {...formProps} className="grid gap-5">
      <div ref={outcome} tabIndex={-1} className="empty:hidden">
        {secret}
        {state.status === 'refused' && <WordedRefusal code={state.code} words={words(state.code)} />}
        {state.status === 'done' && doneWords && (
          <Notice tone="success" role="status">
            {doneWords}
          </Notice>
        )}
      </div>
      {!secret && (
        <>
          <FieldErrors value={errors}>
            {children}
            {asksForPassword && <StepUpField />}
            {ways && (
              <SecondProof
                ways={ways}
                codeDevices={state.status === 'refused' ? state.codeDevices : undefined}
                trustedNext={state.status === 'refused' ? state.trustedNext : undefined}
                providerName={(state.status === 'refused' ? state.providerName : undefined) ?? knownProviderName}
              />
            )}
          </FieldErrors>
          {hasSeveralButtons ? (
            submit
          ) : (
            <div>
              <SubmitButton variant={variant} {...(pendingText !== undefined && { pendingText })}>
                {submit}
              </SubmitButton>
            </div>
          )}
        </>
      )}
    </form>
  );
}

/** What is wrong with single fields, in words, by their names. */
export function fieldErrors<Code extends string>(
  state: FormActionState<Code>,
  words: (code: Code | Unanswered) => string,
): Partial<Record<string, string>> {
  if (state.status !== 'refused' || !state.errors) return {};
  return Object.fromEntries(Object.entries(state.errors).map(([name, code]) => [name, code && words(code)]));
}

/** Fields whose password is wrong, which is of no further use. */
function wrongPasswords(state: FormActionState<string>, form: HTMLFormElement | null): HTMLInputElement[] {
  if (state.status !== 'refused' || !form) return [];
  const names = Object.entries(state.errors ?? {}).filter(([, code]) => code === 'wrong-password');
  return [...names.map(([name]) => name), ...(NEEDS_PASSWORD.has(state.code) ? ['password'] : [])]
    .map((name) => form.elements.namedItem(name))
    .filter((field) => field instanceof HTMLInputElement && field.type === 'password') as HTMLInputElement[];
}

function needsPassword(state: FormActionState<string>, isDue: boolean): boolean {
  if (state.status === 'done') return false;
  if (state.status === 'idle') return isDue;
  // Where other ways are named, a password is one of them only if the user has one.
  if (state.ways?.includes('password')) return true;
  return NEEDS_PASSWORD.has(state.code) ? !state.ways : isDue;
}
