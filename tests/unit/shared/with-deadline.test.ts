import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDeadline } from '@/lib/shared/async/with-deadline';
import { collectGarbage } from '../../support/collect-garbage';

/** Ends with its signal only, and says how. */
function untilAborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
}

describe('work that has a deadline', () => {
  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => void vi.useRealTimers());

  it('work is aborted at its deadline, with the reason', async () => {
    const work = withDeadline(1_000, undefined, async (signal, isOver) => [await untilAborted(signal), isOver()]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await work).toMatchObject([{ name: 'TimeoutError' }, true]);
  });

  it('work is aborted by the signal of its caller, before or while it runs', async () => {
    const leave = new AbortController();
    const work = withDeadline(1_000, leave.signal, async (signal, isOver) => [await untilAborted(signal), isOver()]);
    leave.abort('enough');
    expect(await work).toEqual(['enough', false]);
    expect(await withDeadline(1_000, leave.signal, async ({ reason }) => reason)).toBe('enough');
  });

  it('work settles as it does, and leaves no timer and no listener behind', async () => {
    const { signal } = new AbortController();
    const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
    expect(await withDeadline(1_000, signal, async () => 'done')).toBe('done');
    await expect(withDeadline(1_000, signal, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
    expect([added.mock.calls.length, removed.mock.calls.length]).toEqual([2, 2]);
  });
});

it('a deadline outlives every garbage collection, also when its signal is unreferenced', async () => {
  const leave = new AbortController();
  const work = withDeadline(200, leave.signal, untilAborted);
  const collecting = setInterval(collectGarbage, 20);
  expect(await work).toMatchObject({ name: 'TimeoutError' });
  clearInterval(collecting);
});
