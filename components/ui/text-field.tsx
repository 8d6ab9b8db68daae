import { useId, type ComponentProps, type ReactNode } from 'react';

/** Shared by all fields for text and choices. */
export const FIELD =
  'min-h-11 w-full rounded-control border bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft read-only:bg-page';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'style'> & {
  label: string;
  /** What to enter, where the label alone does not say. */
  hint?: ReactNode;
  /** What is wrong and how to correct it. */
  error?: string | undefined;
};

/** A labelled line of text. The field is described by its hint and its error. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
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
      <input
        {...input}
        id={id}
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
