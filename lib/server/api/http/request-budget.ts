import type { Clock } from '../../../shared/time/clock';
import { MINUTE, SECOND } from '../../../shared/time/duration';

const WINDOW_MS = MINUTE;

/** Service accounts remembered at a time; there are never so many. */
const REMEMBERED = 10_000;

type Window = { taken: number; endsAt: number };

export type Taken = { isAllowed: boolean; headers: Record<string, string>; retryAfterSeconds: number };

/**
 * Requests of each service account per minute, in this process's memory: a refusal costs nothing, and each further
 * replica adds a budget.
 */
export class RequestBudget {
  readonly #windows = new Map<string, Window>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one request, and reports the rest in headers (draft-ietf-httpapi-ratelimit-headers-10). */
  take({ id, requestsPerMinute }: { id: string; requestsPerMinute: number }): Taken {
    const now = this.#clock.now().getTime();
    const window = this.#windowOf(id, now);
    window.taken += 1;
    const left = Math.max(0, requestsPerMinute - window.taken);
    const seconds = Math.max(1, Math.ceil((window.endsAt - now) / SECOND));
    return {
      isAllowed: window.taken <= requestsPerMinute,
      headers: {
        'ratelimit-policy': `"requests";q=${requestsPerMinute};w=${WINDOW_MS / SECOND}`,
        ratelimit: `"requests";r=${left};t=${seconds}`,
      },
      retryAfterSeconds: seconds,
    };
  }

  #windowOf(id: string, now: number): Window {
    const current = this.#windows.get(id);
    // After the clock was set back, the window starts again.
    if (current && now < current.endsAt && current.endsAt - now <= WINDOW_MS) return current;
    const window = { taken: 0, endsAt: now + WINDOW_MS };
    this.#windows.delete(id);
    this.#windows.set(id, window);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > REMEMBERED && oldest !== undefined) this.#windows.delete(oldest);
    return window;
  }
}
