import { beforeEach, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaForwardingStore } from '@/lib/database/tables/audit/prisma-forwarding-store';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';

const NOW = new Date('2026-11-30T12:00:00Z');
const UNTIL = after(MINUTE);

function after(milliseconds: number): Date {
  return new Date(NOW.getTime() + milliseconds);
}

forEachDatabase((_kind, open) => {
  let database: Database;
  let here: PrismaForwardingStore;
  let there: PrismaForwardingStore;

  beforeEach(async () => {
    database ??= await open();
    await database.client.auditForwarding.deleteMany();
    await database.client.$executeRaw`UPDATE audit_head SET sequence_number = sequence_number + 100`;
    here = new PrismaForwardingStore({ client: database.client, processId: 1 });
    there = new PrismaForwardingStore({ client: database.client, processId: 2 });
  });

  it('the first lease begins behind what was recorded until then', async () => {
    await database.client.$executeRaw`UPDATE audit_head SET sequence_number = sequence_number + 7`;
    const { sequenceNumber } = await database.client.auditHead.findFirstOrThrow();
    expect(await here.read()).toBeNull();
    expect(await here.lease(UNTIL, NOW)).toEqual({ position: sequenceNumber, lastTakenAt: null, problem: null });
  });

  it('one process at a time has the lease, until it ends it or its time is over', async () => {
    await here.rewind(0);
    expect(await here.lease(UNTIL, NOW)).not.toBeNull();
    expect(await here.lease(UNTIL, NOW)).not.toBeNull();
    expect(await there.lease(UNTIL, after(MINUTE - 1))).toBeNull();
    expect(await there.lease(after(2 * MINUTE), UNTIL)).not.toBeNull();
    expect(await here.lease(UNTIL, UNTIL)).toBeNull();
    await here.release();
    expect(await here.lease(UNTIL, UNTIL)).toBeNull();
    await there.release();
    expect(await here.lease(UNTIL, UNTIL)).not.toBeNull();
  });

  it('what was taken over moves the position, ends the lease and forgets the problem', async () => {
    await here.rewind(10);
    await here.lease(UNTIL, NOW);
    await here.failed('unreachable', NOW);
    await here.lease(UNTIL, NOW);
    await here.failed('broken-off', after(5_000));
    expect(await here.read()).toMatchObject({ position: 10, problem: { code: 'broken-off', since: NOW } });
    await here.lease(UNTIL, NOW);
    await here.taken(10, 25, UNTIL);
    expect(await there.lease(UNTIL, NOW)).toEqual({ position: 25, lastTakenAt: UNTIL, problem: null });
  });

  it('a process whose lease is over neither moves the position back nor ends the other’s lease', async () => {
    await here.rewind(10);
    await here.lease(UNTIL, NOW);
    await there.lease(after(2 * MINUTE), UNTIL);
    await there.taken(10, 30, UNTIL);
    await there.lease(after(2 * MINUTE), UNTIL);
    await here.taken(10, 20, UNTIL);
    await here.failed('unreachable', UNTIL);
    await here.release();
    expect(await here.lease(after(2 * MINUTE), UNTIL)).toBeNull();
    expect(await there.read()).toMatchObject({ position: 30, problem: null });
  });

  it('a rewind while records are on their way is not lost', async () => {
    await here.rewind(10);
    await here.lease(UNTIL, NOW);
    await there.rewind(0);
    await here.taken(10, 25, NOW);
    expect(await here.read()).toMatchObject({ position: 0 });
  });

  it('threat: a rewind to what is still to come would leave records out, and goes nowhere', async () => {
    await here.rewind(50);
    await there.rewind(70);
    expect(await here.read()).toMatchObject({ position: 50 });
    await database.client.auditForwarding.deleteMany();
    const { sequenceNumber } = await database.client.auditHead.findFirstOrThrow();
    await here.rewind(sequenceNumber + 1_000);
    expect(await here.read()).toMatchObject({ position: sequenceNumber });
  });
});
