import { closeSync, existsSync, openSync, writeSync } from 'node:fs';

/** The clock of a server process that has loaded `moving-clock-preload.mjs`, moved from outside; the product has no such lever. */
export class MovingClock {
  readonly #file: string;
  #offsetMs = 0;

  /** @param file where the offset is kept; the server reads it whenever it asks for the time */
  constructor(file: string) {
    this.#file = file;
    this.#write();
  }

  /** What the server's environment must hold. */
  get env(): { TESSERA_TEST_CLOCK: string } {
    return { TESSERA_TEST_CLOCK: this.#file };
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  advance(milliseconds: number): void {
    this.#offsetMs += milliseconds;
    this.#write();
  }

  #write(): void {
    // In place and of one length, so that a reader never meets an empty file.
    const file = openSync(this.#file, existsSync(this.#file) ? 'r+' : 'w');
    writeSync(file, String(this.#offsetMs).padStart(16), 0);
    closeSync(file);
  }
}
