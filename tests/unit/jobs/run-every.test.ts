import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitApplication, findHandover } from '@/lib/server/handover';
import { runEvery, WakeSignal } from '@/lib/jobs/run-every';

describe('work that repeats', () => {
  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => void vi.useRealTimers());

  it('comes again so long after it ended, and never twice at a time', async () => {
    let [begun, running] = [0, 0];
    const stopping = new AbortController();
    const work = async () => {
      begun += 1;
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      running -= 1;
    };
    const done = runEvery(work, 1_000, () => {}, stopping.signal);
    await vi.advanceTimersByTimeAsync(3_499);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(2);
    stopping.abort();
    await vi.advanceTimersByTimeAsync(2_500);
    await done;
    expect(begun).toBe(2);
  });

  it('goes on after a round that failed, and tells of it', async () => {
    const stopping = new AbortController();
    const faults: unknown[] = [];
    const work = vi.fn<() => Promise<void>>(() => Promise.reject(new RangeError('failed')));
    const done = runEvery(work, 1_000, (fault) => void faults.push(fault), stopping.signal);
    await vi.advanceTimersByTimeAsync(2_000);
    stopping.abort();
    await done;
    expect(work).toHaveBeenCalledTimes(3);
    expect(faults).toHaveLength(3);
  });

  it('ends in the middle of a pause when it is told to, and leaves no timer behind', async () => {
    const stopping = new AbortController();
    const done = runEvery(
      () => Promise.resolve(),
      60_000,
      () => {},
      stopping.signal,
    );
    await vi.advanceTimersByTimeAsync(1);
    stopping.abort();
    await done;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes at once when the wake signal is set, during a pause or before it, and no signal is lost after a pause', async () => {
    const [stopping, wakeSignal] = [new AbortController(), new WakeSignal()];
    let rounds = 0;
    const work = async () => {
      rounds += 1;
      if (rounds === 2 || rounds === 4) wakeSignal.set();
    };
    const done = runEvery(work, 60_000, () => {}, stopping.signal, wakeSignal);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toBe(1);
    wakeSignal.set();
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rounds).toBe(5);
    stopping.abort();
    await done;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin when it is over already', async () => {
    const work = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await runEvery(work, 1_000, () => {}, AbortSignal.abort());
    expect(work).not.toHaveBeenCalled();
  });
});

describe('the application handed over to the program that serves it', () => {
  it('arrives, or its failure does', async () => {
    expect(findHandover()).toBeNull();
    const application = { stop: () => Promise.resolve(), close: () => Promise.resolve(), answerers: [] };
    const arriving = awaitApplication();
    findHandover()?.started(application);
    expect(await arriving).toBe(application);
    const failing = awaitApplication();
    findHandover()?.failed(new RangeError('no database'));
    await expect(failing).rejects.toThrow('no database');
  });
});
