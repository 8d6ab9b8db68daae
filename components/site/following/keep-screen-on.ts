import { inBackground } from '@/components/site/feedback/perform';
import { MINUTE } from '@/lib/shared/time/duration';

/** What it needs of the browser, so that tests can play it. */
export type ScreenEnvironment = {
  /** Absent in older browsers, and on pages without https. */
  wakeLock: Pick<WakeLock, 'request'> | null;
  isVisible: () => boolean;
  /** Calls back when the page is shown or hidden. @returns a function that stops listening */
  onReturnOrLeave: (listener: () => void) => () => void;
};

/** In milliseconds. Whoever does nothing for so long has gone, and the battery is theirs. */
const LONGEST = 10 * MINUTE;

/**
 * Keeps the screen from going dark while somebody holds two devices beside each other. The system lets go when the page is
 * hidden, so it is asked again when the page is back.
 * @returns a function that lets the screen go dark again
 */
export function keepScreenOn({ wakeLock, isVisible, onReturnOrLeave }: ScreenEnvironment): () => void {
  if (!wakeLock) return () => undefined;
  let held: WakeLockSentinel | null = null;
  let isAsking = false;
  let isOver = false;

  async function ask(): Promise<void> {
    if (isOver || isAsking || !isVisible() || held?.released === false) return;
    isAsking = true;
    try {
      held = (await wakeLock?.request('screen')) ?? null;
    } catch {
      // A phone that saves its battery refuses, and its screen goes dark as it does without us.
    } finally {
      isAsking = false;
    }
    if (isOver) letGo();
  }
  function letGo(): void {
    held?.release().catch(() => undefined);
    held = null;
  }
  function stop(): void {
    isOver = true;
    clearTimeout(timer);
    stopListening();
    letGo();
  }

  const stopListening = onReturnOrLeave(() => inBackground(ask()));
  const timer = setTimeout(stop, LONGEST);
  inBackground(ask());
  return stop;
}
