'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonVariant } from './button';
import { ButtonProgress } from './button-progress';

/**
 * Submits the enclosing form. While pending it keeps its focus and ignores further presses; `disabled` would drop the
 * focus.
 * With a name it says which of several buttons was pressed.
 * @param pendingText what the button says meanwhile: "Signing in…"
 */
export function SubmitButton({
  variant = 'primary',
  pendingText,
  children,
  ...named
}: Pick<ComponentProps<'button'>, 'name' | 'value'> & {
  variant?: ButtonVariant;
  pendingText?: string;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...named}
      type="submit"
      variant={variant}
      aria-disabled={pending}
      aria-busy={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      <ButtonProgress isPending={pending} pendingText={pendingText}>
        {children}
      </ButtonProgress>
    </Button>
  );
}
