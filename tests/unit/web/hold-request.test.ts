import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { quietWaitMs } from '@/components/following/poll-timing';
import { createMetrics } from '@/lib/observability/metrics';
import { WaitingPages } from '@/lib/observability/waiting-pages';
import { SECOND } from '@/lib/shared/duration';
import { holdRequest } from '@/lib/web/hold-request';

function untilAborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('unchanged');
    signal.addEventListener('abort', () => resolve('unchanged'));
  });
}

describe('a page whose question is held by a process that stops', () => {
  it('is told to come back within three seconds, and not with all the others', async () => {
    const among = new WaitingPages(10, createMetrics().waitingPages);
    const question = () => holdRequest(new NextRequest('http://site.example/'), untilAborted, { among });
    const held = [question(), question(), question()];
    among.drain();
    const answers = await Promise.all([...held, question()]);
    const waits = answers.map(({ retryAfterMs }) => quietWaitMs(retryAfterMs, 0, Math.random));
    for (const wait of waits) expect(wait).toBeLessThan(3 * SECOND);
    expect(new Set(waits).size).toBe(waits.length);
  });
});
