import type { ReactNode } from 'react';

/** What can be done with a thing, one row each. */
export function ActionList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line *:py-5 *:first:pt-0 *:last:pb-0">
      {children}
    </ul>
  );
}

/**
 * A row of an `ActionList`: what it is, what follows from it, and its button.
 * @param children an `InlineConfirm`, whose question opens below the row, or a `LinkButton`
 */
export function ActionRow({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <li>
      <div className="relative grid gap-3 sm:min-h-11 sm:gap-0 max-sm:[&>a]:justify-self-start sm:[&>a]:absolute sm:[&>a]:top-0 sm:[&>a]:right-0 sm:[&>a]:min-w-32 sm:[&>details>summary]:absolute sm:[&>details>summary]:top-0 sm:[&>details>summary]:right-0 sm:[&>details>summary]:min-w-32">
        <div className="sm:pr-52">
          <h3 className="font-semibold">{title}</h3>
          <p className="text-ink-soft">{text}</p>
        </div>
        {children}
      </div>
    </li>
  );
}
