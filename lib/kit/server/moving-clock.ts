import { closeSync, existsSync, openSync, writeSync } from 'node:fs';

/** The clock of a process that has loaded `moving-clock-preload.mjs`, moved from outside. */
export class MovingClock {
  readonly #file: string;
  #offsetMs = 0;

  /** @param file where the time is kept; the process reads it whenever it asks for the time */
  constructor(file: string) {
    this.#file = file;
    this.#write('0');
  }

  /** What the process' environment must hold. */
  get env(): { TESSERA_TEST_CLOCK: string } {
    return { TESSERA_TEST_CLOCK: this.#file };
  }

  /** The process's time, unless it was stopped. */
  get now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  advance(milliseconds: number): void {
    this.#offsetMs += milliseconds;
    this.#write(String(this.#offsetMs));
  }

  /** Puts the clock right, which may be back. */
  reset(): void {
    this.#offsetMs = 0;
    this.#write('0');
  }

  /** Stops the clock, so that what is compared with another clock does not depend on how fast the test is. */
  stopAt(time: Date): void {
    this.#write(`=${time.getTime()}`);
  }

  #write(text: string): void {
    // In place and of one length, so that a reader never meets an empty file.
    const file = openSync(this.#file, existsSync(this.#file) ? 'r+' : 'w');
    writeSync(file, text.padStart(16), 0);
    closeSync(file);
  }
}
