import { SECOND } from '@/lib/shared/time/duration';

/**
 * Does what can wait once the browser has nothing else to do, or after a second.
 * @returns a function that calls it off
 */
export function whenIdle(work: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, SECOND);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: SECOND });
  return () => cancelIdleCallback(idle);
}
