import { useId, type ComponentProps, type ReactNode } from 'react';

type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'className' | 'style'> & {
  label: ReactNode;
  /** What ticking the box means, where the label alone does not say. */
  hint?: ReactNode;
};

/** A labelled checkbox. @param children further fields, shown while the box is ticked; needs no JavaScript */
export function CheckField({ label, hint, children, ...input }: CheckFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="group/check">
      <div className="flex gap-3">
        <input
          {...input}
          type="checkbox"
          id={id}
          aria-describedby={hint ? hintId : undefined}
          className="size-6 shrink-0 accent-accent"
        />
        <div className="min-w-0 grow">
          <label htmlFor={id}>{label}</label>
          {hint && (
            <p id={hintId} className="text-sm text-ink-soft">
              {hint}
            </p>
          )}
        </div>
      </div>
      {children && <div className="mt-2 hidden gap-4 pl-9 group-has-checked/check:grid">{children}</div>}
    </div>
  );
}
