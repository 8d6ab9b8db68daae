'use client';

import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { ShowSecretButton } from '@/components/ui/buttons/show-secret-button';
import { ScreenActions } from '../phone-screen';

type PinFormProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** In digits. */
  maximumLength: number;
  submitName: string;
  /** Takes no PIN for now. */
  isBusy?: boolean;
  onSubmit: (pin: string) => void;
  /** Further buttons below the form's. */
  children?: ReactNode;
};

/**
 * A form for a PIN. The field has the focus at first and after a wrong try, so that the on-screen keyboard is open, and each
 * try empties and hides it.
 */
export function PinForm(props: PinFormProps) {
  const { label, hint, error, maximumLength, submitName, isBusy = false, onSubmit, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (!isBusy) input.current?.focus();
  }, [isBusy]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const field = input.current;
    if (!field || isBusy) return;
    setIsShown(false);
    onSubmit(field.value);
    field.value = '';
    field.focus();
  }

  return (
    <form onSubmit={submit} data-fills className="flex grow flex-col" autoComplete="off">
      <div className="grid gap-2">
        <label htmlFor={id} className="font-semibold wrap-anywhere">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </p>
        )}
        <div className="relative">
          <input
            ref={input}
            id={id}
            type={isShown ? 'text' : 'password'}
            inputMode="numeric"
            autoComplete="off"
            required
            maxLength={maximumLength}
            aria-invalid={error ? true : undefined}
            aria-describedby={
              [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined
            }
            className={`min-h-16 w-full rounded-control border bg-surface px-14 text-center text-3xl tracking-[0.4em] text-ink ${error ? 'border-2 border-danger' : 'border-line-strong'}`}
          />
          <ShowSecretButton look="eye" isShown={isShown} onToggle={() => setIsShown(!isShown)} />
        </div>
        {error && (
          <p id={`${id}-error`} role="alert" className="font-semibold text-danger">
            {error}
          </p>
        )}
      </div>
      <ScreenActions>
        <Button type="submit" variant="primary" aria-disabled={isBusy}>
          {submitName}
        </Button>
        {children}
      </ScreenActions>
    </form>
  );
}
