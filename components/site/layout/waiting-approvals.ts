'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { inBackground } from '@/components/site/feedback/perform';
import { SECOND } from '@/lib/shared/time/duration';

const EVERY_MS = 15 * SECOND;

/** The latest answer; null before the first. */
let waiting: number | null = null;
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function take(count: number | null): void {
  waiting = count;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  try {
    const response = await fetch('/api/approvals/count');
    if (response.ok) take(((await response.json()) as { waiting: number }).waiting);
    // Signed out, or no approver any more.
    else if (response.status === 401 || response.status === 403) stop?.();
  } catch {
    // The next answer will tell.
  }
}

/** One question for all badges of a page, while the page is visible. */
function follow(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    const timer = setInterval(() => inBackground(ask()), EVERY_MS);
    const askAgain = () => inBackground(ask());
    document.addEventListener('visibilitychange', askAgain);
    stop = () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askAgain);
      stop = null;
    };
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop?.();
  };
}

/** How many requests wait for the reader's decision. @param rendered what the server knew */
export function useWaitingApprovals(rendered: number): number {
  useEffect(() => take(rendered), [rendered]);
  return useSyncExternalStore(
    follow,
    () => waiting ?? rendered,
    () => rendered,
  );
}
