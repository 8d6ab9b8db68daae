import type { ReactNode, Ref } from 'react';

/**
 * The page's one `h1`, with a sentence that says what the page is for.
 * @param badge the state of what the page is about
 * @param action the page's primary action, beside the heading where there is room
 * @param ref moves the focus to the heading when the page has changed under the user
 */
export function PageHeading({
  children,
  lead,
  badge,
  action,
  ref,
}: {
  children: ReactNode;
  lead?: ReactNode;
  badge?: ReactNode;
  action?: ReactNode;
  ref?: Ref<HTMLHeadingElement>;
}) {
  return (
    <div className="mb-(--below-heading) flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="grid min-w-0 grid-cols-1 gap-2">
        <h1 ref={ref} tabIndex={-1} className="text-2xl font-semibold tracking-tight short:text-xl">
          {children}
        </h1>
        {badge && <div className="flex">{badge}</div>}
        {lead && <p className="max-w-prose text-lg text-ink-soft">{lead}</p>}
      </div>
      {action}
    </div>
  );
}
