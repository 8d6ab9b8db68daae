'use client';

import dynamic from 'next/dynamic';
import {
  useEffect,
  useMemo,
  useRef,
  type ComponentProps,
  type FocusEvent,
  type FormEvent,
  type ReactNode,
} from 'react';
import { FieldErrors } from '@/components/ui/fields/field-errors';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { FormAction, ProofPrompt } from '@/lib/shared/form-state';
import { ConfirmedBy } from './confirmed-by';
import type { ProofFields as LoadedProofFields } from './proof-fields';
import { ProofFieldsMissing } from './proof-fields-missing';
import { WordedRefusal } from './refusal-notice';
import { refusalWords, type RefusalCode } from './refusal-words';
import { canConfirm } from './can-confirm';
import { useFormAction, type FormActionState, type Unanswered } from './use-form-action';
import { isPrompt, useProofPrompt, type AsksForProof } from './use-proof-prompt';

/** Loaded where an action asks for it: most people are never asked. */
export const ProofFields = dynamic<ComponentProps<typeof LoadedProofFields>>(() =>
  import('./proof-fields').then(
    (module) => module.ProofFields,
    () => ProofFieldsMissing,
  ),
);

/** Refusals about the password that confirms who somebody is. */
const ABOUT_PASSWORD = new Set<string>(['wrong-password', 'too-busy']);

export type ActionFormProps<Code extends string> = {
  action: FormAction<Code>;
  /** What is to be proved first, as the page knows; null or left out for nothing. */
  proof?: ProofPrompt | null;
  /** When that is asked for. */
  asks?: AsksForProof;
  /** Whether the form is sent by itself once its person comes back from confirming. */
  goesOn?: boolean;
  /** What the button says, or all buttons where there are several. */
  submit: ReactNode;
  hasSeveralButtons?: boolean;
  variant?: 'primary' | 'secondary' | 'danger';
  /** Said above the fields when the action is done and the form stays. */
  doneWords?: string;
  /** Said at the top of the page when the action is done, where the form is gone by then. */
  pageWords?: string;
  /** Said in place of `pageWords`, by the code with which the action is done. */
  pageWordsByCode?: Readonly<Record<string, string>>;
  /** What the button says while the action runs. */
  pendingText?: string;
  /** Shows, in the form's place, what the action returned for this one time. */
  renderSecret?: (secret: string) => ReactNode;
  children?: ReactNode;
};

/** Form for a server action that people who look after themselves send. */
export function ActionForm(props: ActionFormProps<RefusalCode>) {
  return <WordedForm<RefusalCode> {...props} words={refusalWords} />;
}

/**
 * Form for a server action: its fields, what is to be proved, the outcome, and one button. The outcome takes the focus:
 * the first wrong field where there is one.
 * @param words the sentence for each code that the action refuses with
 */
export function WordedForm<Code extends string>({
  action,
  words,
  proof = null,
  asks = 'at-once',
  goesOn = false,
  submit,
  hasSeveralButtons = false,
  variant = 'primary',
  doneWords,
  pageWords,
  pageWordsByCode,
  pendingText,
  renderSecret,
  children,
}: ActionFormProps<Code> & { words: (code: Code | Unanswered) => string }) {
  const { state, confirmedBy, form, formProps } = useFormAction<Code>(action, {
    doneWords: pageWords,
    doneWordsByCode: pageWordsByCode,
    formWords: doneWords,
  });
  const outcome = useRef<HTMLDivElement>(null);
  const errors = useMemo(() => fieldErrors(state, words), [state, words]);
  const { prompt, takesFocus, begin } = useProofPrompt(state, form, proof, asks);
  const isConfirmed = confirmedBy !== null && proof === null && state.status === 'idle';

  useEffect(() => {
    if (isConfirmed && goesOn) form.current?.requestSubmit();
  }, [isConfirmed, goesOn, form]);

  useEffect(() => {
    if (state.status === 'idle') return;
    if (state.status === 'done') {
      if (state.next !== undefined) return;
      form.current?.reset();
      outcome.current?.focus();
      return;
    }
    const group = isPrompt(state.code) ? form.current?.querySelector<HTMLElement>('[data-asks-proof]') : null;
    if (group) return group.focus();
    const password = ABOUT_PASSWORD.has(state.code)
      ? form.current?.querySelector<HTMLInputElement>('[name=password]')
      : null;
    const wrong = password ?? form.current?.querySelector<HTMLInputElement>('[aria-invalid=true]');
    for (const field of wrongPasswords(state, form.current)) field.value = '';
    (wrong ?? outcome.current)?.focus();
  }, [state, form]);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (begin('press')) event.preventDefault();
    else formProps.onSubmit(event);
  }

  // A press that moves the button away would miss it.
  function onFocus({ target }: FocusEvent<HTMLFormElement>): void {
    if (!(target instanceof HTMLButtonElement)) begin('field');
  }

  const secret = state.status === 'done' && state.secret !== undefined && renderSecret?.(state.secret);
  if (prompt && !canConfirm(prompt)) return <ProofFields prompt={prompt} takesFocus={takesFocus} />;
  return (
    // What is to be proved appears once a field is entered.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form {...formProps} onSubmit={onSubmit} onFocus={onFocus} className="grid gap-5">
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
            {prompt && <ProofFields prompt={prompt} takesFocus={takesFocus} />}
            {isConfirmed && <ConfirmedBy name={confirmedBy} />}
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
  return [...names.map(([name]) => name), ...(ABOUT_PASSWORD.has(state.code) ? ['password'] : [])]
    .map((name) => form.elements.namedItem(name))
    .filter((field) => field instanceof HTMLInputElement && field.type === 'password') as HTMLInputElement[];
}
