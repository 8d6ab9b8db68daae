import { beforeEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '@/lib/observability/metrics';
import { WaitingPages } from '@/lib/observability/waiting-pages';

describe('pages that wait', () => {
  let metrics: Metrics;
  let pages: WaitingPages;

  beforeEach(() => {
    metrics = createMetrics();
    pages = new WaitingPages(2, metrics.waitingPages);
  });

  const counted = async () => (await metrics.waitingPages.get()).values[0]?.value;

  it('are let in up to the limit, and again when one has left', () => {
    const first = pages.enter();
    expect(first).not.toBeNull();
    expect(pages.enter()).not.toBeNull();
    expect(pages.enter()).toBeNull();
    if (first) pages.leave(first);
    expect(pages.enter()).not.toBeNull();
  });

  it('are counted, and none twice', async () => {
    const page = pages.enter();
    pages.enter();
    expect(await counted()).toBe(2);
    if (page) pages.leave(page);
    if (page) pages.leave(page);
    expect(await counted()).toBe(1);
  });

  it('are all answered when the server stops, and none is let in any more', () => {
    const page = pages.enter();
    pages.drain();
    expect(page?.signal.aborted).toBe(true);
    expect(pages.enter()).toBeNull();
  });

  it('are one for each that may hold one only, and that is the newest', async () => {
    const first = pages.enter('a phone');
    const second = pages.enter('a phone');
    expect(first?.signal.aborted).toBe(true);
    expect(second?.signal.aborted).toBe(false);
    expect(await counted()).toBe(1);
    // The first one leaves late, and takes nobody else's place along.
    if (first) pages.leave(first, 'a phone');
    const third = pages.enter('a phone');
    expect(second?.signal.aborted).toBe(true);
    if (third) pages.leave(third, 'a phone');
    expect(await counted()).toBe(0);
  });

  it('are none where none may be', () => {
    expect(new WaitingPages(0, metrics.waitingPages).enter()).toBeNull();
  });
});
