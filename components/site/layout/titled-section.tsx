import type { ReactNode } from 'react';

/** A part of a page under a heading of the second level. @param id of the heading */
export function TitledSection({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: string | null;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={`text-xl font-semibold ${lead ? 'mb-1' : 'mb-4'}`}>
        {title}
      </h2>
      {lead && <p className="mb-4 text-ink-soft">{lead}</p>}
      {children}
    </section>
  );
}
