import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepScreenOn } from '@/components/site/following/keep-screen-on';
import { MINUTE } from '@/lib/shared/time/duration';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A screen that goes dark when nobody holds it. */
class PlayedScreen {
  isVisible = true;
  /** Whether the phone saves its battery. */
  refuses = false;
  readonly asked: { released: boolean }[] = [];
  readonly #listeners = new Set<() => void>();

  readonly environment = {
    wakeLock: {
      request: async () => {
        if (this.refuses) throw new DOMException('saving', 'NotAllowedError');
        const sentinel = { released: false, release: async () => void (sentinel.released = true) };
        this.asked.push(sentinel);
        return sentinel as unknown as WakeLockSentinel;
      },
    },
    isVisible: () => this.isVisible,
    onReturnOrLeave: (listener: () => void) => {
      this.#listeners.add(listener);
      return () => void this.#listeners.delete(listener);
    },
  };

  show(isVisible: boolean): void {
    this.isVisible = isVisible;
    if (!isVisible) for (const sentinel of this.asked) sentinel.released = true;
    for (const listener of this.#listeners) listener();
  }

  get held(): number {
    return this.asked.filter(({ released }) => !released).length;
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('a screen stays on until it is let go, and the page then listens no more', async () => {
  const screen = new PlayedScreen();
  const stop = keepScreenOn(screen.environment);
  await settle();
  expect(screen.held).toBe(1);
  stop();
  await settle();
  expect([screen.held, screen.listeners]).toEqual([0, 0]);
});

test('a page that is hidden and comes back holds its screen again, once', async () => {
  const screen = new PlayedScreen();
  keepScreenOn(screen.environment);
  await settle();
  screen.show(false);
  await settle();
  expect([screen.held, screen.asked.length]).toEqual([0, 1]);
  screen.show(true);
  screen.show(true);
  await settle();
  expect([screen.held, screen.asked.length]).toEqual([1, 2]);
});

test('a screen that is let go while it is still asked for is not held', async () => {
  const screen = new PlayedScreen();
  keepScreenOn(screen.environment)();
  await settle();
  expect(screen.held).toBe(0);
});

test('a phone that saves its battery is asked again when the page comes back', async () => {
  const screen = new PlayedScreen();
  screen.refuses = true;
  keepScreenOn(screen.environment);
  await settle();
  screen.refuses = false;
  screen.show(false);
  screen.show(true);
  await settle();
  expect(screen.held).toBe(1);
});

test('a screen that was kept on for ten minutes may go dark', async () => {
  const screen = new PlayedScreen();
  keepScreenOn(screen.environment);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect([screen.held, screen.listeners]).toEqual([0, 0]);
});

test('a browser without wake locks is left as it is', () => {
  const screen = new PlayedScreen();
  keepScreenOn({ ...screen.environment, wakeLock: null })();
  expect(screen.listeners).toBe(0);
});
