import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processSingleton } from '@/lib/shared/async/process-singleton';
import { withTimeout } from '@/lib/shared/async/with-timeout';

describe('work within a time', () => {
  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => void vi.useRealTimers());

  it('work settles in time as it does, and leaves no timer behind', async () => {
    expect(await withTimeout(1_000, Promise.resolve('done'))).toBe('done');
    await expect(withTimeout(1_000, Promise.reject(new RangeError('failed')))).rejects.toThrow('failed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('work fails when its time is over', async () => {
    const outcome = withTimeout(1_000, new Promise(() => {})).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toEqual(new Error('no answer within 1000 ms'));
  });
});

describe('what there is one of in a process', () => {
  it('a singleton is created by its first user, under each name', () => {
    const create = vi.fn<() => object>(() => ({}));
    const first = processSingleton('test.first', create);
    expect(processSingleton('test.first', create)).toBe(first);
    expect(processSingleton('test.second', create)).not.toBe(first);
    expect(create).toHaveBeenCalledTimes(2);
  });
});
