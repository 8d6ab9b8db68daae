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
        <span className="relative flex size-6 shrink-0">
          {/* Lies over the box, larger than it, so that fingers and forced colours find the native control. */}
          <input
            {...input}
            type="checkbox"
            id={id}
            aria-describedby={hint ? hintId : undefined}
            className="peer absolute -inset-2.5 size-11 cursor-pointer opacity-0"
          />
          <span
            aria-hidden="true"
            className="flex size-6 items-center justify-center rounded-mark border-2 border-line-strong bg-surface text-transparent transition-colors duration-150 peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-disabled:opacity-60 forced-colors:peer-checked:text-[CanvasText]"
          >
            <svg viewBox="0 0 16 16" focusable="false" className="size-4 fill-none stroke-current stroke-[2.5]">
              <path d="m3 8.5 3.5 3.5 6.5-7.5" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          </span>
        </span>
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
