/** Plays pages that wait, as `PageCrowd` tells it: in a process of its own, so that what it needs is not the server's. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { quietWaitMs } from '@/components/site/following/poll-timing';
import { SECOND } from '@/lib/shared/time/duration';
import type { CrowdOrder, CrowdReport, WaitingPage } from './page-crowd';

/** One address has 28,000 ports for its connections, and the server gives no address more than its share of places. */
const ADDRESSES = 16;

const PATIENCE_MS = 35 * SECOND;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
let report = emptyReport();
let waiting = 0;

function emptyReport(): CrowdReport {
  return { answers: 0, held: 0, awayMs: [], errors: {} };
}

function ask({ url, cookie }: WaitingPage, localAddress: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { agent, localAddress, headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) };
    const sent = request(url, options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on('error', reject).end();
  });
}

/** Asks again and again, by the rules of the page's own script. */
async function wait(page: WaitingPage, localAddress: string): Promise<never> {
  for (;;) {
    const askedAt = performance.now();
    let waitMs = SECOND;
    waiting += 1;
    try {
      const { status, body } = await ask(page, localAddress);
      const heldMs = performance.now() - askedAt;
      const { retryAfterMs = null }: { retryAfterMs?: number | null } = JSON.parse(body);
      report.answers += 1;
      if (status !== 200) fail(`HTTP ${status}`);
      if (retryAfterMs !== null) report.awayMs.push(retryAfterMs);
      waitMs = quietWaitMs(retryAfterMs, heldMs, Math.random);
    } catch (error) {
      fail(error instanceof Error && 'code' in error ? String(error.code) : String(error));
    } finally {
      waiting -= 1;
    }
    await delay(waitMs);
  }
}

function fail(code: string): void {
  report.errors[code] = (report.errors[code] ?? 0) + 1;
}

async function come(pages: readonly WaitingPage[], perSecond: number): Promise<void> {
  const begunAt = performance.now();
  for (const [index, page] of pages.entries()) {
    await delay(Math.max(0, begunAt + (index * SECOND) / perSecond - performance.now()));
    void wait(page, `127.0.0.${2 + (index % ADDRESSES)}`);
  }
}

process.on('message', (order: CrowdOrder) => {
  if (order.kind === 'come') void come(order.pages, order.perSecond);
  else {
    process.send?.({ ...report, held: waiting } satisfies CrowdReport);
    report = emptyReport();
  }
});
process.on('disconnect', () => process.exit());
