'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { t, type Message } from '@/lib/shared/language/t';
import { SECOND } from '@/lib/shared/time/duration';

const EVERY_MS = 5 * SECOND;

const NEWS = {
  requests: '{count, plural, one {# new request} other {# new requests}}',
  invitations: '{count, plural, one {# new invitation} other {# new invitations}}',
} as const satisfies Record<string, Message>;

/**
 * Keeps a list up to date while the page is visible, and announces what has come since.
 * @param ids of what the list shows
 */
export function LiveList({ ids, of }: { ids: readonly string[]; of: keyof typeof NEWS }) {
  const router = useRouter();
  const [first] = useState(() => new Set(ids));
  const addedCount = ids.filter((id) => !first.has(id)).length;

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <output aria-live="polite" className="sr-only">
      {addedCount === 0 ? '' : t(NEWS[of], { count: addedCount })}
    </output>
  );
}
