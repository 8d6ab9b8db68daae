'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonVariant } from './button';
import { ButtonProgress } from './button-progress';

/**
 * Submits the enclosing form. While pending it keeps its focus and ignores further presses; `disabled` would drop the
 * focus.
 * @param pendingText what the button says meanwhile: "Signing in…"
 */
export function SubmitButton({
  variant = 'primary',
  pendingText,
  children,
}: {
  variant?: ButtonVariant;
  pendingText?: string;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <Button
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
