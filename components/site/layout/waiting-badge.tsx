'use client';

import { useEffect } from 'react';
import { titleWith } from './title-with';
import { useWaitingApprovals } from './waiting-approvals';
import { t } from '@/lib/shared/language/t';

/** How many requests wait for the reader, beside the link to them. @param rendered what the server knew */
export function WaitingBadge({ rendered }: { rendered: number }) {
  const waiting = useWaitingApprovals(rendered);
  if (waiting === 0) return null;
  return (
    <span className="ml-2 inline-flex min-w-6 items-center justify-center rounded-full bg-accent px-1.5 text-sm font-semibold text-on-accent tabular-nums">
      {waiting}
      <span className="sr-only"> {t('waiting')}</span>
    </span>
  );
}

/** Keeps the count in the document's title, which is all that shows of a tab in the background. */
export function WaitingTitle({ rendered }: { rendered: number }) {
  const waiting = useWaitingApprovals(rendered);
  useEffect(() => {
    const apply = () => {
      const title = titleWith(document.title, waiting);
      if (title !== document.title) document.title = title;
    };
    apply();
    // Each page sets its own title.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = titleWith(document.title, 0);
    };
  }, [waiting]);
  return null;
}
