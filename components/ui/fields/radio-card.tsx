import type { ComponentProps, ReactNode } from 'react';

/** One of several choices that each need more than a word. Radio buttons of one `name` are one choice. */
export function RadioCard({
  children,
  ...input
}: Omit<ComponentProps<'input'>, 'type' | 'className' | 'style' | 'children'> & { children: ReactNode }) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-control border border-line-strong bg-surface px-4 py-3 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input {...input} type="radio" className="mt-0.5 size-5 shrink-0 accent-accent focus-visible:outline-none" />
      <span className="min-w-0 grow wrap-anywhere">{children}</span>
    </label>
  );
}
