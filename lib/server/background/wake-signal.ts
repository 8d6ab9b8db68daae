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

function doNothing(): void {}
