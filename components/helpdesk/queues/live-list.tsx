'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SECOND } from '@/lib/shared/time/duration';

const EVERY_MS = 5 * SECOND;

/**
 * Keeps a list up to date while the page is visible, and announces what has come since.
 * @param ids of what the list shows
 * @param one and @param many name it: "request", "requests"
 */
export function LiveList({ ids, one, many }: { ids: readonly string[]; one: string; many: string }) {
  const router = useRouter();
  const [first] = useState(() => new Set(ids));
  const added = ids.filter((id) => !first.has(id)).length;

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <output aria-live="polite" className="sr-only">
      {added === 0 ? '' : added === 1 ? `1 new ${one}` : `${added} new ${many}`}
    </output>
  );
}
