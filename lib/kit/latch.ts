function nothing(): void {}

/** A promise that is resolved from outside: awaited on one side, opened once on the other. */
export class Latch {
  readonly opened: Promise<void>;
  #open: () => void = nothing;

  constructor() {
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }
}
