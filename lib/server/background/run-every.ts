import type { WakeSignal } from './wake-signal';

/**
 * Does `work` again and again, `intervalMs` after the last time ended or as soon as the bell rings, until the signal. A
 * round that fails is told to `onFault` and the next comes all the same.
 */
export async function runEvery(
  work: (signal: AbortSignal) => Promise<void>,
  intervalMs: number,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
  bell?: WakeSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work(signal);
    } catch (error) {
      onFault(error);
    }
    await pause(intervalMs, signal, bell);
  }
}

function pause(milliseconds: number, signal: AbortSignal, bell?: WakeSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
    const stopListening = bell?.listen(() => queueMicrotask(end));
    function end() {
      clearTimeout(timer);
      stopListening?.();
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
