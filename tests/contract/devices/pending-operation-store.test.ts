import { beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '@/lib/audit/audit-context';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaPendingOperationStore } from '@/lib/database/tables/devices/prisma-pending-operation-store';
import {
  generatePendingOperationId,
  REFUSED_STATES,
  type PendingOperation,
} from '@/lib/devices/pending/pending-operation';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { testAppender, testPersister } from '../../support/test-chain';

const NOON = new Date('2026-12-01T12:00:00Z');
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);
const JANE = { userId: 'jane.doe', domain: 'example.org' };
const NOTHING = { events: [], messages: [] };
let devices = 0;

function sent(change: Partial<PendingOperation> = {}): PendingOperation {
  return {
    id: generatePendingOperationId(systemRandom),
    version: 1,
    kind: 'removal',
    ...JANE,
    instanceId: `VDS1000042-${(devices += 1)}`,
    deviceName: 'Pixel 9',
    requestedBy: 'ann.agent',
    snapshot: '{}',
    requestedAt: NOON,
    state: 'sent',
    reference: null,
    lookAt: after(MINUTE),
    endedAt: null,
    ...change,
  };
}

function storeOf({ client }: Database): PrismaPendingOperationStore {
  return new PrismaPendingOperationStore(client, testPersister(systemClock));
}

forEachPairOfReplicas((_kind, openPair) => {
  let databases: [Database, Database];
  let stores: [PrismaPendingOperationStore, PrismaPendingOperationStore];

  beforeEach(async () => {
    databases ??= await openPair();
    stores = [storeOf(databases[0]), storeOf(databases[1])];
    await databases[0].client.pendingOperation.deleteMany();
  });

  it('of ten processes that open an operation about one device, one does', async () => {
    const [one, other] = stores;
    const { instanceId } = sent();
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? one : other).open(sent({ instanceId }))),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    expect(opened.filter((result) => !result.ok && result.refusal === 'already-open')).toHaveLength(9);
    expect(await one.listDue(after(MINUTE), 10)).toHaveLength(1);
  });

  it('a device whose operation has ended may have the next one, and an ended one is not looked at', async () => {
    const [store] = stores;
    const operation = sent({ reference: 'ABCD1234' });
    await store.open(operation);
    expect(await store.findOpen(operation.instanceId)).toEqual(operation);
    const ended = { ...operation, version: 2, state: 'rejected', endedAt: after(1) } as const;
    expect((await store.save(ended, NOTHING)).ok).toBe(true);
    expect(await store.findOpen(operation.instanceId)).toBeNull();
    expect(await store.listDue(after(MINUTE), 10)).toEqual([]);
    expect((await store.open(sent({ instanceId: operation.instanceId }))).ok).toBe(true);
  });

  it('a person has one open assignment at most, of whatever device, and a removal beside it', async () => {
    const [one, other] = stores;
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? one : other).open(sent({ kind: 'assignment' }))),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await one.open(sent())).ok).toBe(true);
    expect((await one.open(sent({ kind: 'assignment', userId: 'john.roe' }))).ok).toBe(true);
    expect((await one.listOf(JANE, NOON)).map(({ kind }) => kind).toSorted()).toEqual(['assignment', 'removal']);
  });

  it('the oldest that is open has its time, whosever it is, and an ended one has none', async () => {
    const [store, other] = stores;
    expect(await store.oldestOpen()).toBeNull();
    await store.open(sent({ requestedAt: after(2) }));
    await other.open(sent({ requestedAt: after(1), userId: 'john.roe' }));
    await store.open(sent({ requestedAt: NOON, state: 'done', endedAt: after(1) }));
    expect(await store.oldestOpen()).toEqual(after(1));
  });

  it('of two processes that claim a look at the same time, one does, and the next look is when it is due again', async () => {
    const operation = sent();
    const [one, other] = stores;
    await one.open(operation);
    expect(await one.listDue(after(MINUTE - 1), 10)).toEqual([]);
    const claims = await Promise.all([one, other].map((store) => store.claim(operation, after(5 * MINUTE))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await other.listDue(after(5 * MINUTE - 1), 10)).toEqual([]);
    expect(await other.listDue(after(5 * MINUTE), 10)).toEqual([{ ...operation, lookAt: after(5 * MINUTE) }]);
  });

  it('a save that names another version than the last saves nothing, its audit events neither', async () => {
    const operation = sent();
    const [one, other] = stores;
    await one.open(operation);
    const waiting = { ...operation, version: 2, state: 'waiting', reference: 'ABCD1234' } as const;
    expect((await one.save(waiting, NOTHING)).ok).toBe(true);
    const context = systemContext(JANE, operation.id);
    const device = { instanceId: operation.instanceId, deviceName: 'Pixel 9' };
    const event = { type: 'removal-sent-for-approval', ...device, reference: 'ZZZZ9999', ...context } as const;
    const late = await other.save({ ...waiting, reference: 'ZZZZ9999' }, { events: [event], messages: [] });
    expect(late).toEqual({ ok: false, refusal: 'version-moved' });
    expect((await one.findOpen(operation.instanceId))?.reference).toBe('ABCD1234');
    const log = new PrismaAuditLog(databases[0], systemClock, testAppender());
    expect((await log.head()).sequenceNumber).toBe(0);
  });

  it('a person’s list has what is open and what was refused lately, newest first, and nothing of others', async () => {
    const [store] = stores;
    const open = sent({ requestedAt: after(10) });
    await store.open(open);
    const refused = REFUSED_STATES.map((state, index) => ({
      ...sent({ requestedAt: after(index) }),
      state,
      endedAt: after(index + 1),
    }));
    const done = { ...sent(), state: 'done', endedAt: after(1) } as const;
    for (const one of [...refused, done, sent({ userId: 'john.roe' })]) await store.open(one);
    const listed = await store.listOf(JANE, after(2));
    expect(listed.map(({ state }) => state)).toEqual(['sent', ...REFUSED_STATES.slice(1).toReversed()]);
  });

  describe('the table itself', () => {
    it('an open operation with an end, and an ended one without, are refused whatever program writes them', async () => {
      const [store] = stores;
      await expect(store.open(sent({ endedAt: after(1) }))).rejects.toThrow('pending_operation_end');
      await expect(store.open(sent({ state: 'done' }))).rejects.toThrow('pending_operation_end');
    });
  });
});
