import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { LoginInbox } from '@/lib/phone/login/fetch-login-requests';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { MINUTE } from '@/lib/shared/time/duration';
import type { FollowEnvironment } from '@/components/following/follow-environment';
import { backOffMs, quietWaitMs } from '@/components/following/poll-timing';
import { wait } from '@/components/following/wait';

export type InboxEnvironment = Pick<
  FollowEnvironment,
  'monotonicNow' | 'random' | 'setTimer' | 'isVisible' | 'onReturnOrLeave' | 'tabs'
> & {
  /** @see fetchLoginRequests */
  ask: (known: readonly string[] | null, signal: AbortSignal) => Promise<LoginInbox | null>;
  /** Whether the person may be called while the app is out of sight. */
  mayNotify: () => boolean;
  /** Calls the person; once for each request in all tabs together. */
  announce: (request: PushedLogin) => void;
  /** There is nothing left to be called for. */
  retract: (request: PushedLogin) => void;
};

/** Of the lock and the channel between tabs. */
const NAME = 'authenticator-login-requests';
/** Asked of the other tabs by one that has just been opened. */
const WHAT_IS_NEW = 'what-is-new';
/** Before asking again when the gateway does not know this phone: it has been removed there, or is told of it again soon. */
const UNKNOWN_WAIT_MS = 5 * MINUTE;
/** From which failure in a row on the gateway is asked once a minute only. */
const MANY_FAILURES = 8;

/**
 * Learns of the sign-ins that wait for this phone while the app is open: in sight, or out of sight where the person can be
 * called. Of all tabs one asks, and tells the others.
 * @param onChange called with all that wait, whenever that changes
 * @returns what stops it
 */
export function followLoginRequests(
  environment: InboxEnvironment,
  onChange: (requests: readonly PushedLogin[]) => void,
): () => void {
  const { monotonicNow, random, isVisible, mayNotify } = environment;
  let current: readonly PushedLogin[] | null = null;
  let asking: AbortController | null = null;
  /** Set while it is this tab that asks. */
  let leading: AbortSignal | null = null;

  function become(requests: readonly PushedLogin[]): void {
    current = requests;
    onChange(requests);
  }

  function hear(message: unknown): void {
    if (leading && message === WHAT_IS_NEW) channel?.post(current ?? []);
    else if (!leading && message !== WHAT_IS_NEW) become(message as readonly PushedLogin[]);
  }

  function tell(requests: readonly PushedLogin[]): void {
    const before = current ?? [];
    for (const request of requests.filter(isNotIn(before))) environment.announce(request);
    for (const request of before.filter(isNotIn(requests))) environment.retract(request);
    become(requests);
    channel?.post(requests);
  }

  async function lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    leading = signal;
    let failures = 0;
    while (!signal.aborted) {
      const askedAt = monotonicNow();
      const known = current;
      try {
        const inbox = await environment.ask(known && known.map(({ id }) => id), signal);
        if (signal.aborted) break;
        failures = 0;
        const requests = inbox?.requests ?? [];
        const isNews = !known || requests.some(isNotIn(known)) || known.some(isNotIn(requests));
        if (isNews) tell(requests);
        if (!inbox) await wait(environment, UNKNOWN_WAIT_MS, signal);
        else if (!isNews)
          await wait(environment, quietWaitMs(inbox.retryAfterMs, monotonicNow() - askedAt, random), signal);
      } catch (error) {
        if (signal.aborted) break;
        if (!(error instanceof GatewayFailure)) throw error;
        failures++;
        await wait(environment, failures < MANY_FAILURES ? backOffMs(failures, random) : MINUTE, signal);
      }
    }
    if (leading === signal) leading = null;
  }

  function start(): void {
    if (asking || !(isVisible() || mayNotify())) return;
    asking = new AbortController();
    const { signal } = asking;
    channel?.post(WHAT_IS_NEW);
    void (environment.tabs ? environment.tabs.runAlone(NAME, signal, () => lead(signal)) : lead(signal));
  }

  function pause(): void {
    asking?.abort();
    asking = null;
    leading = null;
  }

  function returnOrLeave(): void {
    // What is held may have been lost while the app was away, so whoever returns asks anew.
    if (isVisible() || !mayNotify()) pause();
    start();
  }

  const channel = environment.tabs?.join(NAME, hear) ?? null;
  const stopListening = environment.onReturnOrLeave(returnOrLeave);
  start();
  return () => {
    pause();
    stopListening();
    channel?.close();
  };
}

function isNotIn(requests: readonly PushedLogin[]): (request: PushedLogin) => boolean {
  return ({ id }) => requests.every((other) => other.id !== id);
}
