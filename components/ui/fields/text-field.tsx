'use client';

import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { FIELD } from './field-classes';
import { useFieldError } from './field-errors';
import { useValidity } from './use-validity';
import { ShowSecretButton } from '../buttons/show-secret-button';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'style' | 'onInvalid' | 'onInput'> & {
  label: string;
  /** What to enter, where the label alone does not say. */
  hint?: ReactNode;
  /** What is wrong and how to correct it, where the form does not say. */
  error?: string | undefined;
};

/** A labelled line of text. The field is described by its hint and its error; a password can be shown. */
export function TextField({ label, hint, error: ownError, type = 'text', ...input }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const contextError = useFieldError(input.name);
  const { fault, handlers } = useValidity<HTMLInputElement>();
  const error = fault ?? ownError ?? contextError;
  const [isShown, setIsShown] = useState(false);
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
      <div className="relative">
        <input
          {...input}
          {...handlers}
          id={id}
          type={type === 'password' && isShown ? 'text' : type}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          className={`${FIELD} ${error ? 'border-2 border-danger' : 'border-line-strong'} ${type === 'password' ? 'pr-28' : ''}`}
        />
        {type === 'password' && (
          <ShowSecretButton look="word" isShown={isShown} onToggle={() => setIsShown(!isShown)} />
        )}
      </div>
      {error && (
        <p id={errorId} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
