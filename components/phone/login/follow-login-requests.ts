import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { LoginInbox } from '@/lib/phone/login/fetch-login-requests';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { MINUTE } from '@/lib/shared/time/duration';
import type { FollowEnvironment } from '@/components/site/following/follow-environment';
import { backOffMs, quietWaitMs } from '@/components/site/following/poll-timing';
import { wait } from '@/components/site/following/wait';
import { inBackground } from '@/components/site/feedback/perform';

export type InboxEnvironment = Pick<
  FollowEnvironment,
  'monotonicNow' | 'random' | 'setTimer' | 'isVisible' | 'onReturnOrLeave' | 'tabs'
> & {
  /** @see fetchLoginRequests */
  ask: (knownKeys: readonly string[] | null, signal: AbortSignal) => Promise<LoginInbox | null>;
  /** Whether the app may show notifications while it is hidden. */
  mayNotify: () => boolean;
  /** Notifies the user, once per request across all tabs. */
  announce: (request: PushedLogin) => void;
  /** Removes the notification. */
  retract: (request: PushedLogin) => void;
};

/** Names the lock and the channel between tabs. */
const NAME = 'authenticator-login-requests';
/** A new tab's message to the leader. */
const WHAT_IS_NEW = 'what-is-new';
/** Pause after the gateway did not know this phone: its devices were removed, or the app is about to register again. */
const UNKNOWN_WAIT_MS = 5 * MINUTE;
/** After so many failures in a row the pause is a minute. */
const MANY_FAILURES = 8;

/**
 * Follows the sign-ins that wait for this phone by long polling, while the app is visible, or hidden but allowed to notify.
 * One tab leads and polls; the others listen.
 * @param onChange called with all waiting sign-ins on each change
 * @returns a function that stops it
 */
export function followLoginRequests(
  environment: InboxEnvironment,
  onChange: (requests: readonly PushedLogin[]) => void,
): () => void {
  const { monotonicNow, random, isVisible, mayNotify } = environment;
  let current: readonly PushedLogin[] | null = null;
  let asking: AbortController | null = null;
  /** Set while this tab leads. */
  let leading: AbortSignal | null = null;
  /** In a row. */
  let failures = 0;

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
    failures = 0;
    while (!signal.aborted) {
      const askedAt = monotonicNow();
      const knownKeys = current;
      try {
        const inbox = await environment.ask(knownKeys && knownKeys.map(({ id }) => id), signal);
        if (signal.aborted) break;
        failures = 0;
        const requests = inbox?.requests ?? [];
        const isNews = !knownKeys || requests.some(isNotIn(knownKeys)) || knownKeys.some(isNotIn(requests));
        if (isNews) tell(requests);
        if (!inbox) await wait(environment, UNKNOWN_WAIT_MS, signal);
        else if (!isNews)
          await wait(environment, quietWaitMs(inbox.retryAfterMs, monotonicNow() - askedAt, random), signal);
      } catch (error) {
        if (signal.aborted) break;
        if (!(error instanceof GatewayFailure)) throw error;
        const retryAfterMs = error.retryAfterMs === null ? null : Math.min(error.retryAfterMs, MINUTE);
        // A gateway that says when to come back is there.
        failures = retryAfterMs === null ? failures + 1 : 1;
        await wait(environment, failures < MANY_FAILURES ? backOffMs(failures, random, retryAfterMs) : MINUTE, signal);
      }
    }
    if (leading === signal) leading = null;
  }

  function start(): void {
    if (asking || !(isVisible() || mayNotify())) return;
    asking = new AbortController();
    const { signal } = asking;
    channel?.post(WHAT_IS_NEW);
    inBackground(environment.tabs ? environment.tabs.runAlone(NAME, signal, () => lead(signal)) : lead(signal));
  }

  function pause(): void {
    asking?.abort();
    asking = null;
    leading = null;
  }

  function returnOrLeave(): void {
    // The held request may have been lost while the app was hidden, so polling starts anew. So it does where the network is
    // back, which ends the longest of pauses.
    if (isVisible() || !mayNotify() || failures > 0) pause();
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
