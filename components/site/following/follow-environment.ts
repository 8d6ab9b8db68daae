import type { ServerClock } from './server-clock';

/** What following a status needs from the browser: a port, so that tests can control time and act as other tabs. */
export type FollowEnvironment = {
  fetch: (address: string, signal: AbortSignal) => Promise<Response>;
  clock: ServerClock;
  /** Milliseconds since an arbitrary fixed moment. */
  monotonicNow: () => number;
  /** At least 0, less than 1. */
  random: () => number;
  /** @returns a function that cancels the timer */
  setTimer: (callback: () => void, milliseconds: number) => () => void;
  /** Whether the page may be visible to the user. */
  isVisible(): boolean;
  /**
   * Calls back when the page is shown or hidden, when the network returns, and when another tab signs out.
   * @returns a function that stops listening
   */
  onReturnOrLeave(listener: () => void): () => void;
  /** Calls back when the network goes. @returns a function that stops listening */
  onOffline(listener: () => void): () => void;
  /** Other tabs of the same browser; null where they cannot be reached. */
  tabs: OtherTabs | null;
};

export type OtherTabs = {
  /** Runs `task` while holding the exclusive lock `name`; stops waiting for the lock when aborted. */
  runAlone(name: string, signal: AbortSignal, task: () => Promise<void>): Promise<void>;
  join(name: string, onMessage: (message: unknown) => void): TabChannel;
};

export type TabChannel = { post(message: unknown): void; close(): void };
