import { useId, type ComponentProps } from 'react';
import { FIELD } from './field-classes';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'className' | 'style' | 'children'> & {
  label: string;
  options: readonly { value: string; text: string }[];
};

/** One of several, by name. */
export function SelectField({ label, options, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {/* A select is never read-only, though the style for that matches it in some browsers. */}
      <select {...select} id={id} className={`${FIELD} border-line-strong read-only:bg-surface`}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
