import { SECOND } from '@/lib/shared/time/duration';

/** How often texts that change with the time are written anew. */
const TICK = 15 * SECOND;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

/** One timer for all texts of a page. @returns ends it */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The browser's time, the same for a second, because React renders again when it has changed. It is read anew even while
 * nobody listens: a page that is opened without a reload must not go by the time of the one before.
 */
export function pageTime(): number {
  const current = Date.now();
  if (Math.abs(current - now) >= SECOND) now = current;
  return now;
}
