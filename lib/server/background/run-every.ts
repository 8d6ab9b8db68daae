/** Lets somebody who rests be woken. A ring while nobody rests is heard by the next who does. */
export class WakeSignal {
  #isRung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    const wake = this.#wake;
    this.#wake = null;
    this.#isRung = wake === null;
    wake?.();
  }

  /** Calls `wake` at the next ring, or at once when there was one before. @returns stops listening */
  listen(wake: () => void): () => void {
    if (this.#isRung) {
      this.#isRung = false;
      wake();
      return doNothing;
    }
    this.#wake = wake;
    return () => (this.#wake = null);
  }
}
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

function doNothing(): void {}
