import { useId, type ComponentProps, type ReactNode } from 'react';

/** How everything looks that takes an entry. */
export const FIELD =
  'min-h-11 w-full rounded-control border bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft read-only:bg-page';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'style'> & {
  label: string;
  /** What to enter, when the label alone does not say. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
};

/** One labelled line of text. Hint and error are read together with the label. */
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
