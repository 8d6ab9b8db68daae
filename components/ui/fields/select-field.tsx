import { useId, type ComponentProps, type ReactNode } from 'react';
import { FIELD } from './field-classes';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'className' | 'style' | 'children'> & {
  label: string;
  /** @property disabled for an option that is currently unavailable */
  options: readonly Option[];
  /** Further options under headings, after the others. */
  groups?: readonly { name: string; options: readonly Option[] }[];
  /** What to choose, where the label alone does not say. */
  hint?: ReactNode;
};

/** @property lang of the text, where it is not the page's */
type Option = { value: string; text: string; disabled?: boolean; lang?: string };

const NO_GROUPS: NonNullable<SelectFieldProps['groups']> = [];

export function SelectField({ label, options, groups = NO_GROUPS, hint, ...select }: SelectFieldProps) {
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
      <div className="relative">
        {/* A select is never read-only, but `:read-only` matches it in some browsers. */}
        <select
          {...select}
          id={id}
          aria-describedby={hint ? hintId : undefined}
          className={`${FIELD} cursor-pointer appearance-none border-line-strong pr-10 read-only:bg-surface hover:border-accent`}
        >
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          focusable="false"
          className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 fill-none stroke-ink-soft stroke-2 forced-colors:stroke-[CanvasText]"
        >
          <path d="m3 6 5 5 5-5" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </div>
    </div>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, text, disabled, lang }) => (
    <option key={value} value={value} disabled={disabled} lang={lang}>
      {text}
    </option>
  ));
}
