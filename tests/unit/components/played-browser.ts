import type { FollowEnvironment, OtherTabs } from '@/components/site/following/follow-environment';
import { createServerClock } from '@/components/site/following/server-clock';
import type { PlayedServer } from './played-server';

function monotonicNow(): number {
  return performance.now();
}

type Task = { run: () => void };

/** Plays the tabs of one browser: their locks, their channel, and which of them can be seen. */
export class PlayedBrowser {
  readonly #channels = new Set<(message: unknown) => void>();
  readonly #waiting: Task[] = [];
  #isLocked = false;

  readonly #server: PlayedServer;

  constructor(server: PlayedServer) {
    this.#server = server;
  }

  /** @param hasNeighbours false for a browser without locks or channels */
  openTab(hasNeighbours = true): PlayedTab {
    return new PlayedTab(this.#server, hasNeighbours ? this.#tabs() : null);
  }

  #tabs(): OtherTabs {
    return {
      runAlone: async (_name, signal, task) => {
        if (this.#isLocked && !(await this.#turn(signal))) return;
        this.#isLocked = true;
        await task();
        this.#isLocked = false;
        this.#waiting.shift()?.run();
      },
      join: (_name, onMessage) => {
        this.#channels.add(onMessage);
        return {
          post: (message) => {
            const others = [...this.#channels].filter((channel) => channel !== onMessage);
            queueMicrotask(() => {
              for (const other of others) other(structuredClone(message));
            });
          },
          close: () => void this.#channels.delete(onMessage),
        };
      },
    };
  }

  /** @returns false when the tab has given up */
  #turn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const task = { run: () => resolve(true) };
      this.#waiting.push(task);
      signal.addEventListener('abort', () => {
        const index = this.#waiting.indexOf(task);
        if (index >= 0) this.#waiting.splice(index, 1);
        resolve(false);
      });
    });
  }
}

export class PlayedTab {
  readonly environment: FollowEnvironment;
  #isVisible = true;
  readonly #listeners = new Set<() => void>();
  readonly #offlineListeners = new Set<() => void>();

  constructor(server: PlayedServer, tabs: OtherTabs | null) {
    this.environment = {
      fetch: server.fetch,
      clock: createServerClock(monotonicNow),
      monotonicNow,
      random: () => 0.5,
      setTimer: (callback, milliseconds) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      isVisible: () => this.#isVisible,
      onReturnOrLeave: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      onOffline: (listener) => {
        this.#offlineListeners.add(listener);
        return () => void this.#offlineListeners.delete(listener);
      },
      tabs,
    };
  }

  loseNetwork(): void {
    for (const listener of this.#offlineListeners) listener();
  }

  regainNetwork(): void {
    for (const listener of this.#listeners) listener();
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    for (const listener of this.#listeners) listener();
  }
}
