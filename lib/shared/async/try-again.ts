import { SECOND } from '../time/duration';

/** So often at most something is asked, and never again later than this after the first time. */
const MOST_TRIES = 8;
const PATIENCE_MS = 30 * SECOND;

/** To every wait up to so much of it is added by chance, so that not everybody comes back at the same moment. */
const JITTER = 0.5;

export type Waiting = {
  random: () => number;
  /** Monotonic, in milliseconds. */
  now: () => number;
  /** Resolves after so many milliseconds, or rejects when it is called off. */
  pause: (milliseconds: number) => Promise<void>;
};

/**
 * Asks, and asks again as long as an outcome is worth a wait.
 * @param ask gets the outcome before; null at first
 * @param waitAfter milliseconds to wait after an outcome before it is asked again; null to be content with it
 * @returns the last outcome, whatever that is
 */
export async function tryAgain<Outcome>(
  ask: (before: Outcome | null) => Promise<Outcome>,
  waitAfter: (outcome: Outcome) => number | null,
  { random, now, pause }: Waiting,
): Promise<Outcome> {
  const latest = now() + PATIENCE_MS;
  let outcome: Outcome | null = null;
  for (let tries = 1; ; tries++) {
    outcome = await ask(outcome);
    const wait = waitAfter(outcome);
    if (wait === null || tries === MOST_TRIES) return outcome;
    const waitMs = wait * (1 + JITTER * random());
    if (now() + waitMs > latest) return outcome;
    await pause(waitMs);
  }
}

/**
 * Makes a request, and makes it again while the server has too much to do: it answers 503 with `Retry-After` before it has
 * done anything. @returns the last answer, whatever that is
 */
export async function tryAgainWhileBusy(send: () => Promise<Response>, waiting: Waiting): Promise<Response> {
  return tryAgain(
    async (before) => {
      await before?.body?.cancel();
      return send();
    },
    ({ status, headers }) => (status === 503 ? retryAfterMs(headers) : null),
    waiting,
  );
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3); null when there is none, or it is a date. */
export function retryAfterMs(headers: Headers): number | null {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,4}$/.test(seconds) ? Number(seconds) * SECOND : null;
}

const PAUSE_MS = SECOND;

/**
 * Does again what has just failed, once a second, until it succeeds or `forMs` have passed. Nobody is to wait for it: a
 * process that ends meanwhile leaves it undone.
 */
export async function keepTrying(work: () => Promise<void>, forMs: number): Promise<void> {
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
