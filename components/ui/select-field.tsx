import { useId, type ComponentProps, type ReactNode } from 'react';
import { FIELD } from './text-field';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'className' | 'style' | 'children'> & {
  label: string;
  /** @property disabled for an option that is currently unavailable */
  options: readonly { value: string; text: string; disabled?: boolean }[];
  /** What to choose, where the label alone does not say. */
  hint?: ReactNode;
};

export function SelectField({ label, options, hint, ...select }: SelectFieldProps) {
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
      {/* A select is never read-only, but `:read-only` matches it in some browsers. */}
      <select
        {...select}
        id={id}
        aria-describedby={hint ? hintId : undefined}
        className={`${FIELD} border-line-strong read-only:bg-surface`}
      >
        {options.map(({ value, text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
