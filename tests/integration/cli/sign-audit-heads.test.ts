import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseHead } from '@/lib/audit/audit-head';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { DeliveryError, type DeliveryProblem } from '@/lib/messaging/delivery-error';
import { signAuditHeads } from '@/lib/server/jobs/sign-audit-heads';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import type { Services } from '@/lib/server/composition/compose';
import { systemRandom } from '@/lib/shared/random';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { poll } from '@/lib/kit/poll';
import { TEST_CHAIN_KEYS } from '../../support/test-chain';

const EVENT: AuditEvent = {
  type: 'signed-out',
  actor: { kind: 'system' },
  subject: null,
  correlationId: 'request',
  address: null,
};
const WEBHOOK = 'https://hook.example.org/tessera';

describe('signing heads of the audit log', () => {
  const clock = new FakeClock();
  let directory: string;
  let file: string;
  let audit: MemoryAuditLog;
  let delivered: { id: string }[];
  const { auditHeadDue, registry } = createMetrics();
  /** What the webhook answers to its next calls. */
  let refusals: DeliveryProblem[];
  let logged: object[];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-heads-'));
    file = join(directory, 'heads.jsonl');
    audit = new MemoryAuditLog(clock);
    audit.appendNow([EVENT, EVENT]);
    delivered = [];
    refusals = [];
    logged = [];
  });

  afterEach(() => {
    vi.useRealTimers();
    rmSync(directory, { recursive: true });
  });

  /** A process from its start to its stop. @param meanwhile what happens in between */
  async function run(meanwhile: () => unknown = () => {}, headFile: string | null = file): Promise<void> {
    const logger = createLogger('error');
    for (const level of ['info', 'warn', 'error'] as const)
      Object.assign(logger, { [level]: (what: object, words: string) => void logged.push({ level, words, ...what }) });
    logger.child = () => logger as never;
    const services = {
      config: { audit: { headFile, headIntervalMs: 3_600_000 }, webhooks: [{ url: WEBHOOK, secret: '' }] },
      audit: { audit, hashes: TEST_CHAIN_KEYS },
      metrics: { auditHeadDue },
      messaging: {
        clock,
        random: systemRandom,
        carriers: {
          webhook: {
            async deliver(one: { id: string }) {
              delivered.push(one);
              const problem = refusals.shift();
              if (problem) throw new DeliveryError(problem, 'as the test wants it');
            },
          },
        },
      },
      logger,
    } as unknown as Services;
    const stopping = new AbortController();
    const already = delivered.length;
    const signing = signAuditHeads(services, stopping.signal);
    await poll('the first head', async () => delivered.length > already);
    await meanwhile();
    stopping.abort();
    await signing;
  }

  const heads = () => readFileSync(file, 'utf8').trimEnd().split('\n').map(parseHead);

  it('audit heads are signed at start and end, into the log, the webhook and a file readable by its owner', async () => {
    await run(() => audit.appendNow([EVENT]));
    expect(heads().map((head) => head?.sequenceNumber)).toEqual([2, 3]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(delivered).toMatchObject([
      { to: WEBHOOK, event: { type: 'audit-head-signed', head: heads()[0] } },
      { to: WEBHOOK, event: { type: 'audit-head-signed', head: heads()[1] } },
    ]);
    expect(logged).toMatchObject([
      { level: 'info', auditHead: heads()[0] },
      { level: 'info', auditHead: heads()[1] },
    ]);
  });

  it('the metrics say when the next head is due', async () => {
    await run();
    const due = (clock.now().getTime() + 3_600_000) / 1_000;
    expect(await registry.metrics()).toContain(`tessera_audit_head_due_timestamp_seconds ${Math.round(due)}\n`);
  });

  it('audit heads are appended to the file of the previous process', async () => {
    await run();
    await run();
    expect(heads()).toHaveLength(4);
    expect(logged.every((line) => 'level' in line && line.level === 'info')).toBe(true);
  });

  it('threat: a log that was cut off since the last head is reported at once, after a restart too', async () => {
    await run(() => audit.records.pop());
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'error', words: expect.stringContaining('cut off') }),
    );
    logged.length = 0;
    audit.records.pop();
    await run();
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'error', words: expect.stringContaining('cut off') }),
    );
  });

  it('a head is sent again with the same ID where a webhook defers it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    refusals = ['deferred', 'timeout'];
    await run(async () => {
      await vi.advanceTimersByTimeAsync(15_000);
      expect(delivered).toHaveLength(3);
      expect(new Set(delivered.map(({ id }) => id)).size).toBe(1);
      await vi.advanceTimersByTimeAsync(60_000);
    });
    // The last is the head of the stop.
    expect(delivered).toHaveLength(4);
    expect(logged.filter((line) => 'level' in line && line.level === 'warn')).toHaveLength(2);
  });

  it('a head is sent once where a webhook refuses it for good, and at the stop', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    refusals = ['refused', 'deferred'];
    await run(() => vi.advanceTimersByTimeAsync(600_000));
    expect(delivered).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(delivered).toHaveLength(2);
  });

  it('a deferred head gives way to the next one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    refusals = Array.from({ length: 30 }, () => 'deferred' as const);
    await run(async () => {
      await vi.advanceTimersByTimeAsync(3_600_000);
      const first = delivered[0]?.id;
      await poll('the second head', async () => delivered.at(-1)?.id !== first);
      const tries = delivered.filter(({ id }) => id === first).length;
      refusals = [];
      await vi.advanceTimersByTimeAsync(3_000_000);
      expect(delivered.filter(({ id }) => id === first)).toHaveLength(tries);
      expect(new Set(delivered.map(({ id }) => id)).size).toBe(2);
    });
  });

  it('the file for heads is optional', async () => {
    await run(() => {}, null);
    expect(delivered).toHaveLength(2);
  });
});
