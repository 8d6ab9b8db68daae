'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { FIELD } from './field-classes';
import { useFieldError } from './field-errors';
import { useEarlyText } from './use-early-value';
import { useValidity } from './use-validity';

type TextAreaFieldProps = Omit<
  ComponentProps<'textarea'>,
  'id' | 'ref' | 'className' | 'style' | 'rows' | 'onInvalid' | 'onInput'
> & {
  label: string;
  /** What to enter, where the label alone does not say. */
  hint?: ReactNode;
};

/** Labelled lines of text, described by their hint and their error. */
export function TextAreaField({ label, hint, ...textArea }: TextAreaFieldProps) {
  const id = useId();
  const field = useEarlyText(id);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const { fault, handlers } = useValidity<HTMLTextAreaElement>();
  const contextError = useFieldError(textArea.name);
  const error = fault ?? contextError;
  const describedBy = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={hintId} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <textarea
        {...textArea}
        {...handlers}
        ref={field}
        id={id}
        rows={3}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className={`${FIELD} ${error ? 'border-2 border-danger' : 'border-line-strong'}`}
      />
      {error && (
        <p id={errorId} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
