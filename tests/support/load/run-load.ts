import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '@/lib/shared/time/duration';

/** What came of a load. */
export type LoadOutcome = {
  /** From the first that was begun to the last that ended. */
  seconds: number;
  /** Milliseconds that each which ended well took. */
  taken: number[];
  failures: unknown[];
};

/** Does the same over and over, `concurrency` at a time, and begins no more once `durationMs` have passed. */
export async function runClosedLoop(
  work: () => Promise<void>,
  { concurrency, durationMs }: { concurrency: number; durationMs: number },
): Promise<LoadOutcome> {
  const run = new LoadRun(work);
  const endsAt = performance.now() + durationMs;
  const worker = async () => {
    while (performance.now() < endsAt) await run.once();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return run.outcome();
}

/** Begins `perSecond` of the same a second for `durationMs`, however many are under way. */
export async function runOpenLoop(
  work: () => Promise<void>,
  { perSecond, durationMs }: { perSecond: number; durationMs: number },
): Promise<LoadOutcome> {
  const run = new LoadRun(work);
  const begunAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (let dueMs = 0; dueMs < durationMs; dueMs += SECOND / perSecond) {
    await delay(Math.max(0, begunAt + dueMs - performance.now()));
    underWay.push(run.once());
  }
  await Promise.all(underWay);
  return run.outcome();
}

class LoadRun {
  readonly #work: () => Promise<void>;
  readonly #begunAt = performance.now();
  readonly #taken: number[] = [];
  readonly #failures: unknown[] = [];

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  async once(): Promise<void> {
    const begunAt = performance.now();
    try {
      await this.#work();
      this.#taken.push(performance.now() - begunAt);
    } catch (error) {
      this.#failures.push(error);
    }
  }

  outcome(): LoadOutcome {
    return { seconds: (performance.now() - this.#begunAt) / SECOND, taken: this.#taken, failures: this.#failures };
  }
}
