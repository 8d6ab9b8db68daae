import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onTick, pageTime } from '@/components/ui/page-clock';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

describe('the clock of a page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a page that is opened without a reload goes by the time of now, not by that of the page before', () => {
    const leave = onTick(() => {});
    pageTime();
    leave();
    vi.advanceTimersByTime(5 * MINUTE);
    expect(pageTime()).toBe(Date.now());
  });

  it('a text that joins others between two ticks goes by the time of now', () => {
    const leave = onTick(() => {});
    pageTime();
    vi.advanceTimersByTime(10 * SECOND);
    expect(pageTime()).toBe(Date.now());
    leave();
  });

  it('the time is the same within a second, so that React does not render a page twice', () => {
    const first = pageTime();
    vi.advanceTimersByTime(SECOND - 1);
    expect(pageTime()).toBe(first);
  });

  it('every text is written anew at a tick, and none after it has gone', () => {
    const times: string[] = [];
    const leaveFirst = onTick(() => times.push('first'));
    const leaveSecond = onTick(() => times.push('second'));
    vi.advanceTimersByTime(15 * SECOND);
    leaveFirst();
    vi.advanceTimersByTime(15 * SECOND);
    leaveSecond();
    vi.advanceTimersByTime(MINUTE);
    expect(times).toEqual(['first', 'second', 'second']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
