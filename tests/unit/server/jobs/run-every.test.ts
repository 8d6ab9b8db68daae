import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { awaitApplication, findHandover } from '@/lib/server/handover';
import { runEach, runEvery, WakeSignal } from '@/lib/server/jobs/run-every';

describe('work that repeats', () => {
  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => void vi.useRealTimers());

  it('the work repeats after a pause from its end, and never runs twice at a time', async () => {
    let [begun, running] = [0, 0];
    const stopping = new AbortController();
    const work = async () => {
      begun += 1;
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      running -= 1;
    };
    const done = runEvery('rounds', work, 1_000, () => {}, stopping.signal);
    await vi.advanceTimersByTimeAsync(3_499);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(2);
    stopping.abort();
    await vi.advanceTimersByTimeAsync(2_500);
    await done;
    expect(begun).toBe(2);
  });

  it('the work repeats after a failed round, which is reported', async () => {
    const stopping = new AbortController();
    const faults: unknown[] = [];
    const work = vi.fn<() => Promise<void>>(() => Promise.reject(new RangeError('failed')));
    const done = runEvery('rounds', work, 1_000, (fault) => void faults.push(fault), stopping.signal);
    await vi.advanceTimersByTimeAsync(2_000);
    stopping.abort();
    await done;
    expect(work).toHaveBeenCalledTimes(3);
    expect(faults).toHaveLength(3);
  });

  it('a stop ends the pause at once and leaves no timer', async () => {
    const stopping = new AbortController();
    const done = runEvery(
      'rounds',
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

  it('a wake signal starts a round at once, and none is lost', async () => {
    const [stopping, wakeSignal] = [new AbortController(), new WakeSignal()];
    let rounds = 0;
    const work = async () => {
      rounds += 1;
      if (rounds === 2 || rounds === 4) wakeSignal.set();
    };
    const done = runEvery('rounds', work, 60_000, () => {}, stopping.signal, wakeSignal);
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

  it('the work does not start when it is stopped already', async () => {
    const work = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await runEvery('rounds', work, 1_000, () => {}, AbortSignal.abort());
    expect(work).not.toHaveBeenCalled();
  });
});

describe('the application handed over to the program that serves it', () => {
  it('the application is handed over, or its failure is', async () => {
    expect(findHandover()).toBeNull();
    const application = {
      stop: () => Promise.resolve(),
      close: () => Promise.resolve(),
      answerers: [],
      hasAccounts: true,
      traced: <Answerer>(answerer: Answerer) => answerer,
      metrics: { contentType: '', write: () => Promise.resolve('') },
    };
    const arriving = awaitApplication();
    findHandover()?.started(application);
    expect(await arriving).toBe(application);
    const failing = awaitApplication();
    findHandover()?.failed(new RangeError('no database'));
    await expect(failing).rejects.toThrow('no database');
  });
});

it('a purge that fails is reported by its name, and keeps no other from its turn', async () => {
  const done: string[] = [];
  const failed: string[] = [];
  const works = {
    first: async () => void done.push('first'),
    second: () => Promise.reject(new Error('a lock was not to be had')),
    third: async () => void done.push('third'),
  };
  await runEach(works, (_error, name) => void failed.push(name));
  expect({ done, failed }).toEqual({ done: ['first', 'third'], failed: ['second'] });
});
