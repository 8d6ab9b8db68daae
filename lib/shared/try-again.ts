import { SECOND } from './duration';

/** So often at most, and no longer than this altogether, a request is made again. */
const MOST_TRIES = 8;
const PATIENCE_MS = 30 * SECOND;

/** Of what the server asks for, up to so much is added by chance, so that not everybody comes back at the same moment. */
const JITTER = 0.5;

type Waiting = {
  random: () => number;
  /** Resolves after so many milliseconds, or rejects when it is called off. */
  pause: (milliseconds: number) => Promise<void>;
};

/**
 * Makes a request, and makes it again while the server has too much to do: it answers 503 with `Retry-After` in seconds
 * (RFC 9110 §10.2.3) before it has done anything. @returns the last answer, whatever that is
 */
export async function tryAgainWhileBusy(send: () => Promise<Response>, { random, pause }: Waiting): Promise<Response> {
  let waitedMs = 0;
  for (let tries = 1; ; tries++) {
    const response = await send();
    const seconds = response.status === 503 ? (response.headers.get('retry-after') ?? '') : '';
    if (!/^\d{1,4}$/.test(seconds) || tries === MOST_TRIES) return response;
    const waitMs = Number(seconds) * SECOND * (1 + JITTER * random());
    waitedMs += waitMs;
    if (waitedMs > PATIENCE_MS) return response;
    await response.body?.cancel();
    await pause(waitMs);
  }
}
