import { beforeEach, describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { allOf, type AuditFilter } from '@/lib/audit/audit-log';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { exportAuditLog } from '@/lib/audit/export-audit-log';
import { exportActivations } from '@/lib/activation/statistics/export-activations';
import type { ExportFormat } from '@/lib/shared/export/export-rows';
import { systemRandom } from '@/lib/shared/random';
import { collect } from '../../../support/collect';
import { at } from '../../../support/doubles/fake-activations';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { MemoryActivationStatistics } from '../../../support/doubles/stores/memory-activation-statistics';
import { MemoryActivationStore } from '../../../support/doubles/stores/memory-activation-store';
import { MemoryAuditLog } from '../../../support/doubles/stores/memory-audit-log';
import { hashOf, TEST_CHAIN_KEYS } from '../../../support/test-chain';
import { MemoryChangeFeed } from '../../../support/doubles/stores/memory-change-feed';

const AUDITOR = { userId: 'auditor', domain: 'example.org' };
const PERIOD = { from: at(0), to: at(10_000) };

let clock: FakeClock;
let audit: MemoryAuditLog;
let store: MemoryActivationStore;

beforeEach(() => {
  clock = new FakeClock();
  audit = new MemoryAuditLog(clock);
  store = new MemoryActivationStore(audit, new MemoryChangeFeed());
});

async function textOf(parts: Promise<AsyncGenerator<string>>): Promise<string> {
  return (await collect(await parts)).join('');
}

function timesAsDates(name: string, value: unknown): unknown {
  return name === 'at' ? new Date(String(value)) : value;
}

/** All activations. */
function exportedActivations(format: ExportFormat) {
  const ports = { activations: new MemoryActivationStatistics(store), audit, clock };
  return exportActivations(ports, AUDITOR, { period: PERIOD, format }, ORIGIN);
}

describe('exporting activations', () => {
  const NAME = 'a name of my own';

  async function start(userId: string, seconds: number): Promise<void> {
    const requested = {
      state: 'requested',
      id: generateActivationId(systemRandom),
      userId,
      domain: 'example.org',
      deviceName: NAME,
      activationType: 'online',
      version: 1,
      requestedAt: at(seconds),
      expiresAt: at(seconds + 300),
      requestedFrom: { browser: 'Firefox on Linux', network: '192.0.2.0/24' },
      invitationId: null,
      isRecovery: false,
      tries: 1,
      isSent: false,
      encryptedCredential: null,
    } as const;
    await store.create(requested, 'a start key', at(seconds), []);
  }

  it('the export has each activation as a row below a header, or as a line of JSON, with the same values', async () => {
    await start('jane', 1);
    await start('=cmd', 2);
    const [header, ...rows] = (await textOf(exportedActivations('csv'))).trimEnd().split('\r\n');
    const lines = (await textOf(exportedActivations('jsonl'))).trimEnd().split('\n');
    expect(header).toBe(
      'activationId,userId,domain,state,reason,startedAt,issuedAt,shownAt,scannedAt,verifiedAt,linkedAt,activeAt,endedAt,deviceInstance',
    );
    expect(rows[0]).toMatch(/^act-[0-9a-f]{32},jane,example\.org,requested,,2026-05-04T10:00:01\.000Z,{8}$/);
    expect(rows[1]).toMatch(/^act-[0-9a-f]{32},'=cmd,/);
    const [first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(first ?? {}).join(',')).toBe(header);
    expect(first).toMatchObject({ userId: 'jane', state: 'requested', startedAt: at(1).toISOString(), issuedAt: null });
  });

  it('the export has neither names of devices nor data of the browser', async () => {
    await start('jane', 1);
    const text = (await textOf(exportedActivations('csv'))) + (await textOf(exportedActivations('jsonl')));
    expect(text).not.toContain(NAME);
    expect(text).not.toContain('start key');
  });

  it('the export is complete, in any number of batches', async () => {
    for (let index = 0; index < 2_500; index++) await start(`person.${index}`, index);
    const lines = (await textOf(exportedActivations('jsonl'))).trimEnd().split('\n');
    const names = lines.map((line) => (JSON.parse(line) as { userId: string }).userId);
    expect(names).toEqual(Array.from({ length: 2_500 }, (_, index) => `person.${index}`));
  });

  it('the export is recorded before its first row is sent', async () => {
    await exportedActivations('csv');
    const [recorded] = audit.records;
    expect(recorded?.event).toEqual({
      type: 'activations-exported',
      format: 'csv',
      from: PERIOD.from.toISOString(),
      to: PERIOD.to.toISOString(),
      actor: { kind: 'user', userId: 'auditor' },
      subject: null,
      ...ORIGIN,
    });
  });
});

describe('exporting the audit log', () => {
  const EVENT: AuditEvent = {
    type: 'authenticator-renamed',
    instanceId: 'VDS1-1',
    name: '=HYPERLINK("https://example.org")',
    actor: { kind: 'user', userId: '@jane' },
    subject: { userId: '@jane', domain: 'example.org' },
    correlationId: 'request',
    address: '192.0.2.1',
  };
  const FILTER = allOf(PERIOD, 'example.org');

  const run = (format: ExportFormat, filter: Partial<AuditFilter> = {}) =>
    exportAuditLog({ audit, hashes: TEST_CHAIN_KEYS }, AUDITOR, { filter: { ...FILTER, ...filter }, format }, ORIGIN);

  it('the export has lines from which every hash can be recomputed, including the export’s own record', async () => {
    await audit.append(EVENT, EVENT);
    const lines = (await textOf(run('jsonl'))).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line, timesAsDates) as AuditRecord);
    expect(records).toEqual(audit.records);
    for (const { hash, ...record } of records) expect(hashOf(record)).toBe(hash);
    expect(records.at(-1)?.event.type).toBe('audit-log-exported');
  });

  it('the export has rows that a spreadsheet does not run', async () => {
    await audit.append(EVENT);
    const [, row] = (await textOf(run('csv'))).split('\r\n');
    expect(row).toContain(",authenticator-renamed,user,'@jane,'@jane,example.org,192.0.2.1,request,\"{");
  });

  it('the export is filtered, and recorded with its filter', async () => {
    await audit.append(EVENT, { ...EVENT, actor: { kind: 'phone' } });
    const lines = (await textOf(run('jsonl', { actorUserId: '@jane' }))).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(audit.records.at(-1)?.event).toMatchObject({ ofType: null, subjectUserId: null, actorUserId: '@jane' });
  });
});
