import { SECOND } from '../time/duration';

/** Limits of one retried request: its tries, and the time from the first to the last. */
const MAXIMUM_TRIES = 8;
const TIME_LIMIT_MS = 30 * SECOND;

/** Every wait grows by a random share of up to this much, so that clients do not return all at once. */
const JITTER = 0.5;

export type RetryTiming = {
  random: () => number;
  /** Monotonic, in milliseconds. */
  now: () => number;
  /** Resolves after so many milliseconds, or rejects when the caller gives up. */
  pause: (milliseconds: number) => Promise<void>;
};

/**
 * Repeats a request with jittered pauses, as long as its outcome asks for one.
 * @param request gets the previous outcome; null at first
 * @param waitAfter milliseconds to wait after an outcome before the next try; null to keep it
 * @returns the last outcome, whatever it is
 */
export async function retry<Outcome>(
  request: (previous: Outcome | null) => Promise<Outcome>,
  waitAfter: (outcome: Outcome) => number | null,
  { random, now, pause }: RetryTiming,
): Promise<Outcome> {
  const latest = now() + TIME_LIMIT_MS;
  let outcome: Outcome | null = null;
  for (let tries = 1; ; tries++) {
    outcome = await request(outcome);
    const wait = waitAfter(outcome);
    if (wait === null || tries === MAXIMUM_TRIES) return outcome;
    const waitMs = wait * (1 + JITTER * random());
    if (now() + waitMs > latest) return outcome;
    await pause(waitMs);
  }
}

/**
 * Repeats a request while the server sheds load: it answers 503 with `Retry-After` before it has done anything.
 * @returns the last answer, whatever it is
 */
export async function retryWhileBusy(send: () => Promise<Response>, timing: RetryTiming): Promise<Response> {
  return retry(
    async (previous) => {
      await previous?.body?.cancel();
      return send();
    },
    ({ status, headers }) => (status === 503 ? retryAfterMs(headers) : null),
    timing,
  );
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3); null when it is absent or a date. */
export function retryAfterMs(headers: Headers): number | null {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,4}$/.test(seconds) ? Number(seconds) * SECOND : null;
}

const PAUSE_MS = SECOND;

/**
 * Repeats failed work once a second until it succeeds or `forMs` have passed. Does not keep the process alive: one that
 * ends meanwhile leaves the work undone.
 */
export async function keepRetrying(work: () => Promise<void>, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  let isDone = false;
  while (!isDone && performance.now() + PAUSE_MS < end) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
    isDone = await work().then(
      () => true,
      () => false,
    );
  }
}

/** Does work. If it fails, reports that, and repeats it in the background as `keepRetrying` does. */
export async function tryAndKeepRetrying(work: () => Promise<void>, forMs: number): Promise<void> {
  try {
    await work();
  } catch (error) {
    void keepRetrying(work, forMs);
    throw error;
  }
}
