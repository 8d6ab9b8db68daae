import type { ActivationStatus } from '@/lib/activation/activation-status';
import { isActivationStatus } from './ask-status';
import type { FollowEnvironment } from './follow-environment';
import { isPendingState } from './is-pending-state';
import { pollActivation, type PollOutcome } from './poll-activation';

/** `following` and `reconnecting` go on; the others are the end. */
export type FollowPhase = 'following' | 'reconnecting' | PollOutcome;
export type Following = { status: ActivationStatus; phase: FollowPhase };

/** What is known before anything was asked. */
export function firstFollowing(status: ActivationStatus): Following {
  return { status, phase: isPendingState(status.state) ? 'following' : 'finished' };
}

/** Asked of the other tabs by one that has just come into view. */
const WHAT_IS_NEW = 'what-is-new';

/**
 * Keeps a page at the truth about one activation. Of all tabs that show it, one that can be seen asks the server and
 * tells the others; a tab that is hidden asks nothing, and leaves the asking to one that is not.
 * @param onChange called with every answer and whenever the phase changes
 * @returns what stops it
 */
export function followActivation(
  initial: ActivationStatus,
  environment: FollowEnvironment,
  onChange: (following: Following) => void,
): () => void {
  const name = `tessera-activation-${initial.id}`;
  let current = firstFollowing(initial);
  let asking: AbortController | null = null;
  /** Set while it is this tab that asks the server. */
  let leading: AbortSignal | null = null;
  let wasAway = false;

  const isOver = (): boolean => current.phase !== 'following' && current.phase !== 'reconnecting';

  function become(next: Following): void {
    environment.clock.learn(next.status.serverTime);
    const status = next.status.version >= current.status.version ? next.status : current.status;
    current = { status, phase: isPendingState(status.state) ? next.phase : 'finished' };
    if (leading) channel?.post(current);
    if (isOver()) pause();
    onChange(current);
  }

  function hear(message: unknown): void {
    if (isOver() || leading) {
      if (message === WHAT_IS_NEW) channel?.post(current);
    } else if (isFollowing(message) && message.status.id === initial.id) become(message);
  }

  async function lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    leading = signal;
    const subject = {
      status: () => current.status,
      onStatus: (status: ActivationStatus) => become({ status, phase: 'following' }),
      onTrouble: () => become({ status: current.status, phase: 'reconnecting' }),
    };
    const outcome = await pollActivation(environment, subject, wasAway, signal);
    if (outcome && !isOver()) become({ status: current.status, phase: outcome });
    if (leading === signal) leading = null;
  }

  function start(): void {
    if (asking || isOver() || !environment.isVisible()) return;
    asking = new AbortController();
    const { signal } = asking;
    channel?.post(WHAT_IS_NEW);
    void (environment.tabs ? environment.tabs.runAlone(name, signal, () => lead(signal)) : lead(signal));
  }

  function pause(): void {
    asking?.abort();
    asking = null;
    leading = null;
  }

  function returnOrLeave(): void {
    pause();
    wasAway = true;
    start();
  }

  environment.clock.learn(initial.serverTime);
  if (isOver()) return () => {};
  const channel = environment.tabs?.join(name, hear) ?? null;
  const stopListening = environment.onReturnOrLeave(returnOrLeave);
  start();

  return () => {
    pause();
    stopListening();
    channel?.close();
  };
}

function isFollowing(message: unknown): message is Following {
  return typeof message === 'object' && message !== null && 'status' in message && isActivationStatus(message.status);
}
