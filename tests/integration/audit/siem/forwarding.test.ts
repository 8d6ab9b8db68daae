import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { sendHistoryAgain, testForwarding } from '@/lib/helpdesk/administration/audit-forwarding';
import { forwardRecords, type ForwardingPorts } from '@/lib/audit/forwarding/forward-records';
import { systemContext } from '@/lib/audit/audit-context';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaForwardingStore } from '@/lib/database/tables/audit/prisma-forwarding-store';
import { SiemReceiver } from '@/lib/audit/siem/siem-receiver';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import { systemClock } from '@/lib/shared/time/clock';
import { DAY } from '@/lib/shared/time/duration';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';
import { forUseCases } from '../../../support/databases/databases';
import { TestSiem } from '../../../support/servers/test-siem';
import { testAppender } from '../../../support/test-chain';

const never = new AbortController().signal;
const JANE = { userId: 'jane.doe', domain: 'example.org' };

forUseCases((_kind, open) => {
  let database: Database;
  let log: PrismaAuditLog;
  let siem: TestSiem;

  beforeAll(async () => {
    database = await open();
    log = new PrismaAuditLog(database, systemClock, testAppender());
    siem = await TestSiem.start();
  });
  afterAll(() => siem.stop());

  beforeEach(() => {
    siem.behaviour = 'takes';
    siem.messages.length = 0;
  });

  function portsOf(processId: number, patienceMs?: number): ForwardingPorts {
    return {
      audit: log,
      forwarding: new PrismaForwardingStore({ client: database.client, processId }),
      receiver: new SiemReceiver({
        host: 'localhost',
        port: siem.port,
        site: 'id.example.org',
        ...(patienceMs !== undefined && { patienceMs }),
        holdMs: 20,
        https: null,
        tls: { authority: siem.authority.cert, identity: null },
      }),
      clock: systemClock,
    };
  }

  async function append(count: number): Promise<void> {
    const event = { type: 'account-disabled', reason: 'left' } as const;
    await log.append(...Array.from({ length: count }, () => ({ ...event, ...systemContext(JANE, 'a-test') }) as never));
  }

  function administration(forwarding: ForwardingPorts | null = portsOf(1)) {
    return { forwarding, audit: log, rateLimiter: new MemoryRateLimiter(systemClock), clock: systemClock };
  }

  async function newest() {
    const { sequenceNumber } = await log.head();
    return (await log.read(sequenceNumber - 1, 1))[0];
  }

  it('the log is forwarded from when that is set on, in order, whatever breaks off in between', async () => {
    await append(3);
    const ports = portsOf(1);
    expect(await forwardRecords(ports, never)).toBe(0);
    await append(4_200);
    const { sequenceNumber: end } = await log.head();
    const all = Array.from({ length: 4_200 }, (_, index) => end - 4_199 + index);
    siem.behaviour = 'breaks-off';
    await expect(forwardRecords(ports, never)).rejects.toMatchObject({ code: 'broken-off' });
    expect(await ports.forwarding.read()).toMatchObject({ position: end - 4_200, problem: { code: 'broken-off' } });
    siem.behaviour = 'takes';
    expect(await forwardRecords(ports, never)).toBe(4_200);
    expect(siem.numbers).toEqual(all);
    expect(await ports.forwarding.read()).toMatchObject({ position: end, problem: null });
  });

  it('what was taken over by the time a process died comes again under the same numbers', async () => {
    await append(2);
    const { sequenceNumber: end } = await log.head();
    const ports = portsOf(1);
    const taken = vi.spyOn(ports.forwarding, 'taken').mockRejectedValueOnce(new Error('killed'));
    await expect(forwardRecords(ports, never)).rejects.toThrow('killed');
    taken.mockRestore();
    await forwardRecords(ports, never);
    expect(siem.numbers).toEqual([end - 1, end, end - 1, end]);
  });

  it('two processes forward each record once', async () => {
    await append(700);
    const counts = await Promise.all([forwardRecords(portsOf(1), never), forwardRecords(portsOf(2), never)]);
    await forwardRecords(portsOf(1), never);
    expect(new Set(siem.numbers).size).toBe(700);
    expect(siem.numbers).toHaveLength(700);
    expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(700);
  });

  it('the history is sent after a rewind, up to what is being recorded', async () => {
    const { sequenceNumber: end } = await log.head();
    const ports = portsOf(1);
    await ports.forwarding.rewind(0);
    await append(1);
    expect(await forwardRecords(ports, never)).toBe(end + 1);
    expect(siem.numbers.at(0)).toBe(1);
    expect(siem.numbers.at(-1)).toBe(end + 1);
  });

  describe('what administrators do about it', () => {
    const administrator = { ...JANE, userId: 'ada' };
    const signedIn = { user: administrator } as SignedIn;
    const origin = { address: '192.0.2.1', correlationId: 'a-request' } as RequestOrigin;

    it('a test sends the newest record at once, is recorded, and moves nothing', async () => {
      await append(2);
      const { sequenceNumber } = await log.head();
      const before = await portsOf(1).forwarding.read();
      expect(await testForwarding(administration(), signedIn, origin)).toEqual({ ok: true, value: null });
      expect(siem.numbers).toEqual([sequenceNumber]);
      expect((await newest())?.event).toMatchObject({ type: 'audit-forwarding-tested', problem: null });
      expect(await portsOf(1).forwarding.read()).toEqual(before);
    });

    it('a test tells, and records, that the receiver acknowledges nothing, or is away', async () => {
      siem.behaviour = 'says-nothing';
      const impatient = administration(portsOf(1, 300));
      expect(await testForwarding(impatient, signedIn, origin)).toEqual({ ok: true, value: 'no-acknowledgement' });
      expect((await newest())?.event).toMatchObject({ problem: 'no-acknowledgement' });
      siem.stop();
      expect(await testForwarding(impatient, signedIn, origin)).toEqual({ ok: true, value: 'unreachable' });
      expect((await newest())?.event).toMatchObject({ type: 'audit-forwarding-tested', problem: 'unreachable' });
      await siem.back();
    });

    it('the history is sent again from a day on, which is recorded', async () => {
      const { sequenceNumber } = await log.head();
      await forwardRecords(portsOf(1), never);
      siem.messages.length = 0;
      const sent = await sendHistoryAgain(administration(), signedIn, new Date(0), origin);
      expect(sent).toEqual({ ok: true, value: 1 });
      expect((await newest())?.event).toMatchObject({
        type: 'audit-history-resent',
        from: '1970-01-01T00:00:00.000Z',
      });
      await forwardRecords(portsOf(1), never);
      expect(siem.numbers).toEqual(Array.from({ length: sequenceNumber + 1 }, (_, index) => index + 1));
    });

    it('threat: an administrator keeps records from the SIEM by a day to come, or the site busy without end', async () => {
      const tomorrow = new Date(Date.now() + DAY);
      const ports = administration();
      const before = await portsOf(1).forwarding.read();
      for (let attempt = 1; attempt <= 10; attempt += 1)
        expect(await sendHistoryAgain(ports, signedIn, tomorrow, origin)).toMatchObject({
          refusal: 'nothing-recorded-since',
        });
      expect(await portsOf(1).forwarding.read()).toEqual(before);
      expect(await sendHistoryAgain(ports, signedIn, tomorrow, origin)).toMatchObject({
        refusal: 'too-many-forwardings',
      });
      expect(await testForwarding(ports, signedIn, origin)).toMatchObject({ refusal: 'too-many-forwardings' });
    });

    it('a site that forwards nowhere says so', async () => {
      const nowhere = administration(null);
      expect(await testForwarding(nowhere, signedIn, origin)).toMatchObject({ refusal: 'not-forwarded' });
      expect(await sendHistoryAgain(nowhere, signedIn, new Date(0), origin)).toMatchObject({
        refusal: 'not-forwarded',
      });
    });
  });
});
