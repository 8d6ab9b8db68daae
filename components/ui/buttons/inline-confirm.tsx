'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { buttonClasses, type ButtonVariant } from './button';
import { t } from '@/lib/language/t';

/**
 * Asks for confirmation without a dialog: the first press opens the question and its button, the second press or Escape
 * cancels. Needs no JavaScript.
 * @param about the thing that the button acts on, for screen readers: "Remove Pixel 9"
 * @param group of which one is open at a time
 */
export function InlineConfirm({
  label,
  about,
  group,
  variant = 'secondary',
  children,
}: {
  label: string;
  about?: string;
  group?: string;
  variant?: ButtonVariant;
  children: ReactNode;
}) {
  return (
    // Escape reaches the disclosure from the controls within it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details name={group} className="group" onKeyDown={closeByEscape}>
      <summary className={`list-none [&::-webkit-details-marker]:hidden ${buttonClasses(variant)}`}>
        <span className="group-open:hidden">{label}</span>
        <span className="hidden group-open:inline">{t('Cancel')}</span>
        {about && <span className="sr-only"> {about}</span>}
      </summary>
      <div className="mt-4 grid gap-4 rounded-card border border-line-strong bg-page p-5">{children}</div>
    </details>
  );
}

function closeByEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== 'Escape' || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}
