import { useId, type ComponentProps, type ReactNode } from 'react';
import { FIELD } from './field-classes';

type TextAreaFieldProps = Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'style' | 'rows'> & {
  label: string;
  /** What to enter, where the label alone does not say. */
  hint?: ReactNode;
};

export function TextAreaField({ label, hint, ...textArea }: TextAreaFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
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
        id={id}
        rows={3}
        aria-describedby={hint ? hintId : undefined}
        className={`${FIELD} border-line-strong`}
      />
    </div>
  );
}
