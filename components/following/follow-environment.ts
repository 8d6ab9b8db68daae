import type { ServerClock } from './server-clock';

/** What following an activation needs from the browser, so that tests can move time and play other tabs. */
export type FollowEnvironment = {
  fetch: (address: string, signal: AbortSignal) => Promise<Response>;
  clock: ServerClock;
  /** Milliseconds since any fixed moment. */
  monotonicNow: () => number;
  /** From 0 to 1, 1 left out. */
  random: () => number;
  /** @returns what calls it off */
  setTimer: (callback: () => void, milliseconds: number) => () => void;
  /** Whether somebody may be looking at the page. */
  isVisible(): boolean;
  /** Calls back when the page is shown or hidden, and when the network has returned. @returns what ends it */
  onReturnOrLeave(listener: () => void): () => void;
  /** Other tabs of the same browser; null where they cannot be reached. */
  tabs: OtherTabs | null;
};

export type OtherTabs = {
  /** Runs `task` once no other tab runs one of this name; gives up when aborted. */
  runAlone(name: string, signal: AbortSignal, task: () => Promise<void>): Promise<void>;
  join(name: string, onMessage: (message: unknown) => void): TabChannel;
};

export type TabChannel = { post(message: unknown): void; close(): void };
