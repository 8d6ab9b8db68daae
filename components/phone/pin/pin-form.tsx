'use client';

import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { ScreenActions } from '../phone-screen';
import { PinField } from './pin-field';

type PinFormProps = {
  label: string;
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
  const { label, error, maximumLength, submitName, isBusy = false, onSubmit, children } = props;
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
      <PinField
        ref={input}
        id={id}
        label={label}
        error={error}
        maximumLength={maximumLength}
        isShown={isShown}
        onToggle={() => setIsShown(!isShown)}
      />
      <ScreenActions>
        <Button type="submit" variant="primary" aria-disabled={isBusy}>
          {submitName}
        </Button>
        {children}
      </ScreenActions>
    </form>
  );
}
