import type { ReactNode } from 'react';

/** Takes the place of an empty list: says why it is empty, and offers one thing to do about it. */
export function EmptyState({
  title,
  picture,
  action,
  children,
}: {
  title: string;
  picture?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 rounded-card border border-line bg-surface px-5 py-14 text-center shadow-card">
      {picture}
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="max-w-prose text-ink-soft">{children}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
