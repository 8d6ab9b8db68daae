import { declareGuard } from '../../shared/async/guard-rounds';

/** Wakes a background job before its time. A signal that is set while no job waits wakes the next wait at once. */
export class WakeSignal {
  #isSet = false;
  #wake: (() => void) | null = null;

  set(): void {
    const wake = this.#wake;
    this.#wake = null;
    this.#isSet = wake === null;
    wake?.();
  }

  /** Calls `wake` when the signal is set, or at once if it is. @returns stops listening */
  listen(wake: () => void): () => void {
    if (this.#isSet) {
      this.#isSet = false;
      wake();
      return doNothing;
    }
    this.#wake = wake;
    return () => (this.#wake = null);
  }
}
/**
 * Runs a background job until the signal aborts, `intervalMs` after the previous round or as soon as it is woken. A
 * failed round is reported to `onFault` and does not end the loop.
 * @param guard by which its rounds are counted
 */
export async function runEvery(
  guard: string,
  work: (signal: AbortSignal) => Promise<void>,
  intervalMs: number,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
  wakeSignal?: WakeSignal,
): Promise<void> {
  const countRound = declareGuard(guard, intervalMs);
  while (!signal.aborted) {
    try {
      await work(signal);
    } catch (error) {
      onFault(error);
    }
    countRound();
    await pause(intervalMs, signal, wakeSignal);
  }
}

/** Runs works one after the other. One that fails is reported by its name, and keeps no other from its turn. */
export async function runEach(
  works: Readonly<Record<string, () => Promise<unknown>>>,
  onFault: (error: unknown, name: string) => void,
): Promise<void> {
  for (const [name, work] of Object.entries(works)) {
    try {
      await work();
    } catch (error) {
      onFault(error, name);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal, wakeSignal?: WakeSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
    const stopListening = wakeSignal?.listen(() => queueMicrotask(end));
    function end() {
      clearTimeout(timer);
      stopListening?.();
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}

function doNothing(): void {}
