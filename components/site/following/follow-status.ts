import { inBackground } from '@/components/site/feedback/perform';
import type { FollowEnvironment } from './follow-environment';
import type { FollowedKind, FollowedStatus } from './followed-kind';
import { pollStatus, type PollOutcome } from './poll-status';

/** `following` and `reconnecting` continue; all others are final. */
export type FollowPhase<Refusal> = 'following' | 'reconnecting' | PollOutcome<Refusal>;
export type Following<Status, Refusal> = { status: Status; phase: FollowPhase<Refusal> };

/** The state before the first poll. */
export function firstFollowing<Status extends FollowedStatus, Refusal extends string>(
  { isPending }: FollowedKind<Status, Refusal>,
  status: Status,
): Following<Status, Refusal> {
  return { status, phase: isPending(status) ? 'following' : 'finished' };
}

/** Message to the other tabs from one that has just become visible: asks for the current status. */
const WHAT_IS_NEW = 'what-is-new';

/**
 * Follows one resource by long polling. A Web Lock elects a leader among the visible tabs that show it: the leader
 * polls and broadcasts, the others listen. A hidden tab releases the lock, so that a visible one can lead.
 * @param onChange called with every answer and whenever the phase changes
 * @returns a function that stops following
 */
export function followStatus<Status extends FollowedStatus, Refusal extends string>(
  kind: FollowedKind<Status, Refusal>,
  initial: Status,
  environment: FollowEnvironment,
  onChange: (following: Following<Status, Refusal>) => void,
): () => void {
  const name = `tessera-${kind.name}-${initial.id}`;
  let current = firstFollowing(kind, initial);
  let asking: AbortController | null = null;
  /** Set while this tab is the leader. */
  let leading: AbortSignal | null = null;
  let wasAway = false;

  const isOver = (): boolean => current.phase !== 'following' && current.phase !== 'reconnecting';

  function become(next: Following<Status, Refusal>): void {
    environment.clock.learn(next.status.serverTime);
    const status = next.status.version >= current.status.version ? next.status : current.status;
    current = { status, phase: kind.isPending(status) ? next.phase : 'finished' };
    if (leading) channel?.post(current);
    if (isOver()) pause();
    onChange(current);
  }

  function hear(message: unknown): void {
    if (isOver() || leading) {
      if (message === WHAT_IS_NEW) channel?.post(current);
    } else if (isFollowing(kind, message) && message.status.id === initial.id) become(message);
  }

  async function lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    leading = signal;
    const subject = {
      status: () => current.status,
      onStatus: (status: Status) => become({ status, phase: 'following' }),
      onTrouble: () => become({ status: current.status, phase: 'reconnecting' }),
    };
    const outcome = await pollStatus(environment, kind, subject, wasAway, signal);
    if (outcome && !isOver()) become({ status: current.status, phase: outcome });
    if (leading === signal) leading = null;
  }

  function start(): void {
    if (asking || isOver() || !environment.isVisible()) return;
    asking = new AbortController();
    const { signal } = asking;
    channel?.post(WHAT_IS_NEW);
    inBackground(environment.tabs ? environment.tabs.runAlone(name, signal, () => lead(signal)) : lead(signal));
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

  /** A request that hangs would tell much later. */
  function goOffline(): void {
    if (!isOver()) become({ status: current.status, phase: 'reconnecting' });
  }

  environment.clock.learn(initial.serverTime);
  if (isOver()) return () => {};
  const channel = environment.tabs?.join(name, hear) ?? null;
  const stopListening = [environment.onReturnOrLeave(returnOrLeave), environment.onOffline(goOffline)];
  start();

  return () => {
    pause();
    for (const stop of stopListening) stop();
    channel?.close();
  };
}

function isFollowing<Status extends FollowedStatus, Refusal extends string>(
  { isStatus }: FollowedKind<Status, Refusal>,
  message: unknown,
): message is Following<Status, Refusal> {
  return typeof message === 'object' && message !== null && 'status' in message && isStatus(message.status);
}
