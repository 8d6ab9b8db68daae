import { afterEach, describe, expect, it, vi } from 'vitest';
import { partsChecker } from '@/lib/server/observability/check-parts';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import { registerStateMetrics } from '@/lib/server/observability/state-metrics';
import { declareGuard } from '@/lib/shared/async/guard-rounds';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';

const SILENT = createLogger('silent');
const NOON = new Date('2027-03-01T12:00:00Z');
const IDLE = { pending: 0, dead: 0, oldestQueuedAt: null, failingSince: null };
const STATE = {
  mail: { pending: 2, dead: 1, oldestQueuedAt: NOON, failingSince: null },
  notice: IDLE,
  webhook: IDLE,
  alert: IDLE,
  push: IDLE,
};
const PUBLISHED = {
  origin: 'https://tessera.example.org',
  keys: [{ id: '00000000', publicKey: '', notBefore: NOON.toISOString(), endorsedBy: null }],
  retired: [],
};

const away = () => Promise.reject(new Error('away'));

function scrape(over: Partial<Parameters<typeof registerStateMetrics>[1]> = {}): Promise<string> {
  const metrics = createMetrics();
  registerStateMetrics(metrics, {
    checkParts: partsChecker({ database: () => Promise.resolve(), gateway: away }, SILENT),
    outbox: { state: () => Promise.resolve(STATE) },
    imageSigner: { publish: () => Promise.resolve(PUBLISHED) },
    imageKeyRotationMs: DAY,
    nextBackupAt: null,
    licences: null,
    operations: null,
    ...over,
  });
  return metrics.registry.metrics();
}

function waitingSince(oldest: Date | null) {
  return { operations: { oldestOpen: () => Promise.resolve(oldest) } };
}

describe('what is read at each scrape', () => {
  afterEach(() => vi.useRealTimers());

  it('a guard is due an interval after it was declared, and after each of its rounds', async () => {
    vi.useFakeTimers({ now: NOON });
    const dueAt = (ms: number) =>
      `tessera_guard_due_timestamp_seconds{guard="of-this-test"} ${(NOON.getTime() + ms) / 1_000}\n`;
    const countRound = declareGuard('of-this-test', HOUR);
    expect(await scrape()).toContain(dueAt(HOUR));
    vi.setSystemTime(NOON.getTime() + 10 * MINUTE);
    countRound();
    const figures = await scrape();
    expect(figures).toContain(dueAt(HOUR + 10 * MINUTE));
    expect(figures).toContain('tessera_guard_rounds_total{guard="of-this-test"} 1\n');
    expect(figures).toContain('tessera_guard_interval_seconds{guard="of-this-test"} 3600\n');
  });

  it('a part that answers is up, and one that fails is not', async () => {
    const figures = await scrape();
    expect(figures).toContain('tessera_part_up{part="database"} 1');
    expect(figures).toContain('tessera_part_up{part="gateway"} 0');
  });

  it('the outbox has its messages, and the time of the oldest that is pending', async () => {
    const figures = await scrape();
    expect(figures).toContain('tessera_outbox_messages{channel="mail",state="dead"} 1');
    expect(figures).toContain(`tessera_outbox_oldest_timestamp_seconds{channel="mail"} ${NOON.getTime() / 1_000}`);
    expect(figures).not.toContain('tessera_outbox_oldest_timestamp_seconds{channel="push"}');
  });

  it('the next key of images is due a rotation after the newest began', async () => {
    const due = (NOON.getTime() + DAY) / 1_000;
    expect(await scrape()).toContain(`tessera_image_key_due_timestamp_seconds ${due}\n`);
  });

  it('each pool has its free licences, unless the count broke off or the gateway makes them', async () => {
    const counted = { pools: [{ type: 'DAL10', unit: 'north', free: 3 }], isWhole: true, countedAt: NOON };
    const licences = { lowMark: 50, latest: () => Promise.resolve(counted) };
    const figures = await scrape({ licences });
    expect(figures).toContain('tessera_free_licences{type="DAL10",unit="north"} 3');
    expect(figures).toContain('tessera_free_licences_low_mark 50');
    const none = { ...licences, latest: () => Promise.resolve({ ...counted, pools: [] }) };
    expect(await scrape({ licences: none })).toContain('tessera_free_licences{type="any",unit=""} 0');
    const partly = { ...licences, latest: () => Promise.resolve({ ...counted, isWhole: false }) };
    expect(await scrape({ licences: partly })).not.toMatch(/^tessera_free_licences\{/m);
    expect(await scrape()).not.toMatch(/^tessera_free_licences/m);
  });

  it('the oldest command that waits for approval has its time, and none has no gauge', async () => {
    const time = NOON.getTime() / 1_000;
    expect(await scrape(waitingSince(NOON))).toContain(`tessera_approval_oldest_timestamp_seconds ${time}\n`);
    expect(await scrape(waitingSince(null))).not.toMatch(/^tessera_approval_oldest/m);
    expect(await scrape()).not.toMatch(/^tessera_approval_oldest/m);
  });

  it('the daily backup is due where the site makes one, and has no gauge elsewhere', async () => {
    expect(await scrape()).not.toMatch(/^tessera_backup_due_timestamp_seconds/m);
    expect(await scrape({ nextBackupAt: () => NOON })).toContain(
      `tessera_backup_due_timestamp_seconds ${NOON.getTime() / 1_000}\n`,
    );
  });

  it('a database that is away leaves its gauges out and the board in', async () => {
    const figures = await scrape({
      checkParts: partsChecker({ database: away }, SILENT),
      outbox: { state: away },
      imageSigner: { publish: away },
    });
    expect(figures).toContain('tessera_part_up{part="database"} 0');
    expect(figures).not.toMatch(/^tessera_(outbox|image_key)\w*[ {]/m);
    expect(figures).toContain('process_cpu_seconds_total');
  });
});
