import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SECOND } from '@/lib/shared/time/duration';
import { HOLD_MS, LongPollSlots, type Slot } from '@/lib/server/web/long-polls/long-poll-slots';

const gauge = { count: 0, set: (count: number) => void (gauge.count = count) };
const chance = { monotonicNow: () => performance.now(), random: () => 0 };

beforeEach(() => {
  vi.useFakeTimers();
  gauge.count = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

function slots(limit: number, perHolder = 2): LongPollSlots {
  return new LongPollSlots({ inAll: limit, perNetwork: Math.ceil(limit / 4), perHolder }, gauge, chance);
}

function enter(into: LongPollSlots, holder: string | null = null, network = holder ?? 'unknown'): Slot {
  const slot = into.enter(holder, network);
  if (!slot) throw new Error('there is no place');
  return slot;
}

describe('long polls', () => {
  it('long polls are held up to the limit, each counted once, and again when one has left', () => {
    const few = slots(2);
    const first = enter(few, 'a');
    enter(few, 'b');
    expect(few.enter('c', 'c')).toBeNull();
    few.leave(first);
    few.leave(first);
    expect(gauge.count).toBe(1);
    enter(few, 'c');
    expect(gauge.count).toBe(2);
  });

  it('long polls are held for 25 s, and those of one quarter second end together', async () => {
    const many = slots(100);
    const first = enter(many, 'a');
    await vi.advanceTimersByTimeAsync(100);
    const second = enter(many, 'b');
    await vi.advanceTimersByTimeAsync(HOLD_MS - 101);
    expect(first.controller.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(251);
    expect([first, second].map(({ controller }) => controller.signal.aborted)).toEqual([true, true]);
    expect(many.retryAfterMs(first)).toBeNull();
  });

  it('long polls of one holder are few: the newest replaces the oldest, which returns a full hold later', () => {
    const many = slots(100);
    const [oldest, middle, newest] = [enter(many, 'jane'), enter(many, 'jane'), enter(many, 'jane')];
    expect([oldest, middle, newest].map(({ controller }) => controller.signal.aborted)).toEqual([true, false, false]);
    expect(gauge.count).toBe(2);
    expect(many.retryAfterMs(oldest)).toBeGreaterThanOrEqual(HOLD_MS);
    // It leaves late, and takes nobody else's place along.
    many.leave(oldest);
    expect(gauge.count).toBe(2);
    enter(many, 'john');
    expect(middle.controller.signal.aborted).toBe(false);
  });

  it('threat: one account that holds hundreds of them — takes its share of the places and no more', () => {
    const many = slots(1_000, 8);
    for (let count = 0; count < 452; count++) many.enter('mallory', 'a network');
    expect(gauge.count).toBe(8);
  });

  it('threat: one address with many accounts — takes a quarter of the places and no more', () => {
    const many = slots(100);
    for (let count = 0; count < 100; count++) many.enter(`account ${count}`, 'a network');
    expect(gauge.count).toBe(25);
    enter(many, 'jane', 'another network');
    expect(gauge.count).toBe(26);
  });

  it('long polls without a slot return no more often than held ones, whatever their number', () => {
    const full = slots(1_000);
    for (let count = 0; count < 1_000; count++) enter(full, `${count}`, `${count}`);
    const returns = Array.from({ length: 4_000 }, () => full.retryAfterMs(null) ?? 0);
    expect(Math.min(...returns)).toBe(HOLD_MS);
    // 5,000 pages and 1,000 places: the 4,000 share the returns of 1,000.
    expect(Math.max(...returns)).toBeCloseTo(5 * HOLD_MS, -2);
    const inOneHold = returns.filter((ms) => ms < 2 * HOLD_MS).length;
    expect(inOneHold).toBeLessThanOrEqual(1_001);
  });

  it('long polls without a slot may return sooner again once fewer are turned away', async () => {
    const full = slots(1_000);
    for (let count = 0; count < 4_000; count++) full.retryAfterMs(null);
    await vi.advanceTimersByTimeAsync(10 * HOLD_MS);
    expect(full.retryAfterMs(null)).toBe(HOLD_MS);
  });

  it('long polls are never told to stay away for more than five minutes', () => {
    const full = slots(1_000);
    const returns = Array.from({ length: 100_000 }, () => full.retryAfterMs(null) ?? 0);
    expect(Math.max(...returns)).toBe(300 * SECOND);
  });

  it('long polls are all answered when the server stops, return within two seconds, and are not held again', () => {
    const many = slots(100);
    const slot = enter(many, 'jane');
    many.drain();
    expect(slot.controller.signal.aborted).toBe(true);
    expect(many.enter('john', 'john')).toBeNull();
    for (const place of [slot, null, undefined]) expect(many.retryAfterMs(place)).toBe(SECOND);
  });

  it('long polls with an immediate answer need no slot', () => {
    expect(slots(0).retryAfterMs(undefined)).toBeNull();
  });
});
