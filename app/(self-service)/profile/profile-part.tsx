import type { ReactNode } from 'react';

/** A third of the profile, to which the page's head leads. */
export function ProfilePart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-parts scroll-mt-6 first-of-type:mt-groups">
      <h2 id={`${id}-title`} className="border-b border-line-strong pb-facts text-xl font-semibold">
        {title}
      </h2>
      <div className="divide-y divide-line">{children}</div>
    </section>
  );
}

/** One subject of the profile: what it is on the left, what can be done about it on the right. @param id for links */
export function ProfileGroup({
  id,
  title,
  lead,
  children,
}: {
  id?: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div
      id={id}
      className="grid scroll-mt-6 grid-cols-[minmax(0,1fr)] gap-x-groups gap-y-5 py-groups lg:grid-cols-[minmax(0,var(--container-aside))_minmax(0,var(--container-prose))] lg:justify-between"
    >
      <div className="grid content-start gap-fact">
        <h3 className="font-semibold">{title}</h3>
        {lead && <p className="max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {children && <div className="min-w-0 *:[form]:max-w-form">{children}</div>}
    </div>
  );
}
