'use client';

import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button, buttonClasses, type ButtonVariant } from './button';
import { t } from '@/lib/shared/language/t';

/**
 * Asks for confirmation without a dialog: the press opens the question, which gets the focus, then comes the action, and
 * last a quiet "Cancel"; Escape cancels as well. Opens without JavaScript.
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
  const disclosure = useRef<HTMLDetailsElement>(null);
  const question = useRef<HTMLDivElement>(null);

  function close() {
    if (!disclosure.current?.open) return;
    disclosure.current.open = false;
    disclosure.current.querySelector('summary')?.focus();
  }

  function closeByEscape({ key }: KeyboardEvent) {
    if (key === 'Escape') close();
  }

  return (
    // Escape reaches the disclosure from the controls within it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={disclosure}
      name={group}
      className="group"
      onKeyDown={closeByEscape}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) question.current?.focus();
      }}
    >
      <summary className={`list-none group-open:hidden [&::-webkit-details-marker]:hidden ${buttonClasses(variant)}`}>
        <span>{label}</span>
        {about && <span className="sr-only"> {about}</span>}
      </summary>
      <div className="grid gap-4 rounded-card border border-line-strong bg-page p-5">
        <div ref={question} tabIndex={-1} className="grid gap-4">
          {children}
        </div>
        <div>
          <Button variant="quiet" onClick={close}>
            {t('Cancel')}
            {about && <span className="sr-only"> {about}</span>}
          </Button>
        </div>
      </div>
    </details>
  );
}
