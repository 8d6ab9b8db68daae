import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalRecord, FIRST_PREVIOUS_HASH } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import type { Database } from '@/lib/database/database';
import { Prisma } from '@/lib/generated/prisma/client';
import { PrismaDeviceNames } from '@/lib/database/tables/devices/prisma-device-names';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { formatInstanceId } from '@/lib/shared/identifiers/instance-id';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { sha256OfText } from '@/lib/shared/bytes';
import { systemClock } from '@/lib/shared/time/clock';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { allOf, type AuditLog, type AuditFilter } from '@/lib/audit/audit-log';
import type { ListPage } from '@/lib/shared/export/export-rows';
import type { Period } from '@/lib/shared/time/period';
import { EVERY_DOMAIN, type DomainOfReader } from '@/lib/shared/identifiers/user-key';
import { addActiveDevice } from '../../support/add-active-device';
import { forEachDatabase } from '../../support/databases/databases';
import { emptyAuditLog, tamperWithAuditLog } from '../../support/doubles/fake-tampering';
import { MemoryAuditLog } from '../../support/doubles/stores/memory-audit-log';
import { TEST_CHAIN_KEYS, testAppender } from '../../support/test-chain';

const SUBJECT = { userId: 'jane.doe', domain: 'example.org' };
const CONTEXT = { actor: { kind: 'phone' }, subject: SUBJECT, correlationId: 'request', address: '192.0.2.1' } as const;

function event(changes: Partial<AuditEvent> = {}): AuditEvent {
  return { type: 'signed-out', ...CONTEXT, ...changes } as AuditEvent;
}

/** What every adapter of the port `AuditLog` does. @param open gives a log that is empty */
function auditLogContract(open: () => Promise<AuditLog>): void {
  let log: AuditLog;

  beforeEach(async () => {
    log = await open();
  });

  const verify = () => verifyAuditChain(log, TEST_CHAIN_KEYS);

  describe('appending', () => {
    it('audit records are numbered from 1 and each is chained to the one before', async () => {
      await log.append(event(), event());
      await log.append(event());
      const records = await log.read(0, 10);
      expect(records.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2, 3]);
      expect(records.map(({ previousHash }) => previousHash)).toEqual([
        FIRST_PREVIOUS_HASH,
        records[0]?.hash,
        records[1]?.hash,
      ]);
    });

    it('appending no events changes nothing', async () => {
      await log.append();
      expect(await verify()).toEqual({ intact: true, records: 0, lastHash: FIRST_PREVIOUS_HASH });
    });

    it.each<[string, AuditEvent]>([
      ['plain', event()],
      ['of nobody known', event({ subject: null, actor: { kind: 'anonymous' }, address: null })],
      [
        'with words of any script',
        event({ type: 'authenticator-renamed', instanceId: 'VDS1-1', name: 'Jané’s 📱 "x"\\' }),
      ],
      ['with a number', event({ type: 'signed-out-everywhere', sessions: 3 })],
    ])('an event %s is read back unchanged, and its hash still fits', async (_name, appended) => {
      await log.append(appended);
      expect((await log.read(0, 1))[0]?.event).toEqual(appended);
      expect(await verify()).toMatchObject({ intact: true, records: 1 });
    });

    it('a subject is stored and hashed by its identifying fields only', async () => {
      const person = { ...SUBJECT, displayName: 'Jane Doe', roles: ['user'] };
      await log.append(event({ subject: person }));
      expect((await log.read(0, 1))[0]?.event.subject).toEqual(SUBJECT);
      expect(await verify()).toMatchObject({ intact: true, records: 1 });
    });

    it('concurrent appends keep one chain', async () => {
      await Promise.all(Array.from({ length: 20 }, () => log.append(event(), event())));
      expect(await verify()).toMatchObject({ intact: true, records: 40 });
    });
  });

  describe('reading', () => {
    it('reading continues after a record and stops at the limit', async () => {
      await log.append(event(), event(), event(), event());
      expect((await log.read(1, 2)).map(({ sequenceNumber }) => sequenceNumber)).toEqual([2, 3]);
    });

    it('a user’s newest records are listed first, without those of others', async () => {
      await log.append(
        event({ correlationId: 'first' }),
        event({ subject: { ...SUBJECT, domain: 'elsewhere' } }),
        event({ subject: { ...SUBJECT, userId: 'john' } }),
        event({ subject: null }),
        event({ correlationId: 'second' }),
        event({ correlationId: 'third' }),
      );
      const records = await log.listFor(SUBJECT, 2);
      expect(records.map((record) => record.event.correlationId)).toEqual(['third', 'second']);
    });

    it('the log lists the newest record of a type for each of several users of a domain', async () => {
      const of = (userId: string, correlationId: string, domain = SUBJECT.domain) =>
        event({ type: 'password-changed', subject: { userId, domain }, correlationId });
      await log.append(
        of('a', 'old'),
        of('a', 'of a'),
        of('b', 'of b'),
        of('a', 'elsewhere', 'elsewhere.example'),
        event(),
      );
      const records = await log.listNewestOf('password-changed', SUBJECT.domain, ['a', 'b', 'nobody']);
      expect(records.map((record) => record.event.correlationId).toSorted()).toEqual(['of a', 'of b']);
      expect(await log.listNewestOf('password-changed', SUBJECT.domain, [])).toEqual([]);
    });

    it('threat: staff of another domain read what a service account did — the log lists nothing to them', async () => {
      const actor = { kind: 'user', ...SUBJECT } as const;
      await log.append(event({ type: 'service-account-suspended', serviceAccountId: 'sva-1', subject: null, actor }));
      expect(await log.listForServiceAccount('sva-1', SUBJECT.domain, 10)).toHaveLength(1);
      expect(await log.listForServiceAccount('sva-1', 'elsewhere', 10)).toEqual([]);
    });

    it('the log returns its head', async () => {
      expect(await log.head()).toEqual({ sequenceNumber: 0, hash: FIRST_PREVIOUS_HASH });
      await log.append(event(), event());
      expect(await log.head()).toEqual({ sequenceNumber: 2, hash: (await log.read(1, 1))[0]?.hash });
    });
  });

  describe('listing', () => {
    const ALWAYS: Period = { from: new Date(0), to: new Date('2100-01-01') };
    const ALL = allOf(ALWAYS, EVERY_DOMAIN);
    const FIRST: ListPage<number> = { order: 'newest-first', after: null, limit: 100 };

    async function numbers(filter: Partial<AuditFilter>, page: Partial<ListPage<number>> = {}): Promise<number[]> {
      const records = await log.list({ ...ALL, ...filter }, { ...FIRST, ...page });
      return records.map(({ sequenceNumber }) => sequenceNumber);
    }

    beforeEach(() =>
      log.append(
        event(),
        event({ type: 'password-changed', actor: { kind: 'user', userId: 'jane.doe' } }),
        event({ subject: { ...SUBJECT, userId: 'john' }, actor: { kind: 'user', userId: 'jane.doe' } }),
        event({
          subject: null,
          actor: { kind: 'anonymous', domain: 'other.example' },
          address: '192.0.2.77',
          correlationId: 'searched',
        }),
        event({ type: 'password-changed', actor: { kind: 'user', userId: 'john' } }),
      ),
    );

    it.each<[string, Partial<AuditFilter>, number[]]>([
      ['everything, the newest first', {}, [5, 4, 3, 2, 1]],
      ['one type', { type: 'password-changed' }, [5, 2]],
      ['one person’s', { subjectUserId: 'jane.doe' }, [5, 2, 1]],
      ['one domain’s', { domain: SUBJECT.domain }, [5, 3, 2, 1]],
      ['what happened at the site of another domain', { domain: 'other.example' }, [4]],
      ['nothing of a domain that nothing is about', { domain: 'elsewhere' }, []],
      ['what one person did', { actorUserId: 'jane.doe' }, [3, 2]],
      ['what fits all of it', { type: 'password-changed', subjectUserId: 'jane.doe', actorUserId: 'john' }, [5]],
      ['nothing of nobody', { subjectUserId: 'nobody' }, []],
      ['nothing of nobody, for somebody who asks with the words of a query', { actorUserId: "' OR '1'='1" }, []],
    ])('the list gives %s', async (_name, filter, expected) => {
      expect(await numbers(filter)).toEqual(expected);
    });

    it.each<[string, string, number[]]>([
      ['user ID, of whoever acted and of whom it is about', 'john', [5, 3]],
      ['address', '192.0.2.77', [4]],
      ['correlation ID', 'searched', [4]],
      ['ticket, whatever its case', 'inc-4711', [6]],
      ['ticket, as it was typed', 'INC-4711', [6]],
      ['part of one: nothing', 'joh', []],
      ['words of a query: nothing', "' OR '1'='1", []],
    ])('the search finds a whole %s', async (_name, text, expected) => {
      await log.append(
        event({
          type: 'invitation-refused',
          reason: 'caller-check-insufficient',
          ticket: 'INC-4711',
          actor: { kind: 'user', userId: 'helpdesk' },
        }),
      );
      expect(await numbers({ text })).toEqual(expected);
      expect(await log.count({ ...ALL, text }, 10)).toBe(expected.length);
    });

    it('matching records are counted up to a limit', async () => {
      expect(await log.count(ALL, 100)).toBe(5);
      expect(await log.count({ ...ALL, type: 'password-changed' }, 100)).toBe(2);
      expect(await log.count(ALL, 3)).toBe(3);
    });

    it('the list returns whole records', async () => {
      expect(await log.list(ALL, { ...FIRST, order: 'oldest-first' })).toEqual(await log.read(0, 10));
    });

    it('a period excludes its end', async () => {
      const [first] = await log.read(0, 1);
      const at = first?.at ?? new Date();
      expect(await numbers({ period: { from: new Date(0), to: at } })).toEqual([]);
      expect(await numbers({ period: { from: at, to: ALWAYS.to } })).toHaveLength(5);
    });

    it.each(['newest-first', 'oldest-first'] as const)('the list is paged %s', async (order) => {
      const pages = [await numbers({}, { order, limit: 2 })];
      for (let after = pages.at(-1)?.at(-1); after !== undefined; after = pages.at(-1)?.at(-1)) {
        pages.push(await numbers({}, { order, limit: 2, after }));
      }
      expect(pages).toEqual(order === 'oldest-first' ? [[1, 2], [3, 4], [5], []] : [[5, 4], [3, 2], [1], []]);
    });

    it('a page continues after a record that the filter excludes', async () => {
      expect(await numbers({ type: 'password-changed' }, { after: 4 })).toEqual([2]);
    });
  });
}

describe('in memory', () => {
  auditLogContract(async () => new MemoryAuditLog(systemClock));
});

forEachDatabase((_database, open) => {
  let database: Database;
  let log: PrismaAuditLog;

  beforeAll(async () => {
    database = await open();
    log = new PrismaAuditLog(database, systemClock, testAppender());
  });

  beforeEach(() => emptyAuditLog(database));

  const verify = () => verifyAuditChain(log, TEST_CHAIN_KEYS);

  const named = async (type: 'authenticator-locked' | 'replacement-finished', ...instanceIds: string[]) => {
    const [instanceId = '', newInstanceId = ''] = instanceIds;
    await log.append(event({ type, instanceId, ...(type === 'replacement-finished' && { newInstanceId }) }));
    return (
      await log.list(allOf({ from: new Date(0), to: new Date('2100-01-01') }, EVERY_DOMAIN), {
        order: 'newest-first',
        after: null,
        limit: 1,
      })
    )[0]?.event;
  };

  auditLogContract(async () => log);

  it.each([
    ['the newest page', { order: 'newest-first', after: null }],
    ['a further page', { order: 'newest-first', after: 7 }],
    ['the oldest page', { order: 'oldest-first', after: null }],
    ['the count', null],
  ] as const)(
    'threat: a search with few hits — %s reads what mentions the text, not the period',
    async (_name, page) => {
      const sent: Prisma.Sql[] = [];
      const client = {
        async $queryRaw(text: TemplateStringsArray, ...values: unknown[]) {
          sent.push(Prisma.sql(text, ...values));
          return [];
        },
      } as unknown as Database['client'];
      const searched = new PrismaAuditLog({ ...database, client }, systemClock, testAppender());
      const filter = { ...allOf({ from: new Date(0), to: new Date('2100-01-01') }, 'example.org'), text: 'jane.doe' };
      await (page ? searched.list(filter, { ...page, limit: 50 }) : searched.count(filter, 10_000));
      const [query = Prisma.empty] = sent;
      const rows = await database.client.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${query}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      // By the order of the period it would be read until the page is full, which for few hits is all of it.
      expect(plan).toMatch(/CTE Scan on found/);
    },
  );

  it('threat: staff of another domain read older records, which name none — the one domain of before reads them', async () => {
    await log.append(event({ subject: null }));
    const always = { from: new Date(0), to: new Date('2100-01-01') };
    const read = (domain: DomainOfReader) => log.count(allOf(always, domain), 10);
    expect([await read('example.org'), await read('elsewhere'), await read(EVERY_DOMAIN)]).toEqual([0, 0, 1]);
    await tamperWithAuditLog(database, `INSERT INTO older_domain (domain) VALUES ('example.org')`);
    expect([await read('example.org'), await read('elsewhere'), await read(EVERY_DOMAIN)]).toEqual([1, 0, 1]);
    expect(await log.olderDomain()).toBe('example.org');
    await tamperWithAuditLog(database, 'DELETE FROM older_domain');
  });

  describe('the names of devices', () => {
    it('a record says what its device was called at the time, after it was renamed and removed', async () => {
      const store = new PrismaGatewayStore(database);
      const { serialNumber, sequenceNumber } = await addActiveDevice(store);
      const instanceId = formatInstanceId(serialNumber, sequenceNumber);
      await named('authenticator-locked', instanceId);
      await store.changeInstance({ serialNumber, sequenceNumber }, { description: 'Work phone' });
      await named('authenticator-locked', instanceId);
      await store.removeInstance({ serialNumber, sequenceNumber });
      const records = await log.read(0, 10);
      expect(records.map(({ event: { type: _type, ...fact } }) => fact)).toMatchObject([
        { instanceId, deviceName: 'Phone' },
        { instanceId, deviceName: 'Work phone' },
      ]);
      expect(await verify()).toMatchObject({ intact: true, records: 2 });
    });

    it('a record has the names that are kept beside a gateway, of both devices of a replacement', async () => {
      const names = new PrismaDeviceNames(database.client);
      await names.keep('FDT0000001-1', 'Pixel 9');
      await names.keep('FDT0000001-2', 'Pixel 10');
      expect(await named('replacement-finished', 'FDT0000001-1', 'FDT0000001-2')).toMatchObject({
        deviceName: 'Pixel 9',
        newDeviceName: 'Pixel 10',
      });
    });

    it('a name that the use case gives is recorded, and a device without one is recorded as before', async () => {
      await log.append(event({ type: 'authenticator-locked', instanceId: 'FDT0000001-1', deviceName: 'Then' }));
      await log.append(event({ type: 'authenticator-locked', instanceId: 'FDT0000002-1' }));
      const events = (await log.read(0, 10)).map((record) => record.event);
      expect(events[0]).toMatchObject({ deviceName: 'Then' });
      expect(events[1]).not.toHaveProperty('deviceName');
    });

    it('a record made in the transaction of a change has its device’s name too', async () => {
      await new PrismaDeviceNames(database.client).keep('FDT0000003-1', 'Pixel 9');
      await database.client.$transaction((transaction) =>
        testAppender().append(
          transaction,
          [event({ type: 'authenticator-locked', instanceId: 'FDT0000003-1' })],
          new Date(),
        ),
      );
      expect((await log.read(0, 1))[0]?.event).toMatchObject({ deviceName: 'Pixel 9' });
      expect(await verify()).toMatchObject({ intact: true, records: 1 });
    });
  });

  describe('the table is append only', () => {
    beforeEach(() =>
      log.append({ type: 'signed-out', actor: { kind: 'system' }, subject: null, correlationId: '-', address: null }),
    );

    it.each([
      'UPDATE audit_record SET address = NULL',
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
      'TRUNCATE audit_record CASCADE',
      'UPDATE audit_head SET sequence_number = 0',
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])('%s is refused, and changes nothing', async (statement) => {
      const before = await log.read(0, 10);
      await expect(database.client.$executeRawUnsafe(statement)).rejects.toThrow(/append only/);
      expect(await log.read(0, 10)).toEqual(before);
    });
  });

  describe('verifying it', () => {
    beforeEach(async () => {
      const about = {
        actor: { kind: 'user', userId: 'jane.doe' },
        subject: { userId: 'jane.doe', domain: 'example.org' },
        correlationId: 'request',
        address: '192.0.2.1',
      } as const;
      for (const format of ['svg', 'png', 'svg', 'png', 'svg'] as const)
        await log.append({ type: 'image-viewed', activationId: 'act', format, ...about });
    });

    describe('somebody who owns the database is found out when they', () => {
      it.each([
        ['change what happened', `UPDATE audit_record SET fact = fact || '{"format":"png"}' WHERE sequence_number = 3`],
        ['change who did it', `UPDATE audit_record SET actor = '{"kind":"system"}' WHERE sequence_number = 3`],
        ['change whom it concerns', `UPDATE audit_record SET subject_user_id = 'john' WHERE sequence_number = 3`],
        ['take the person out', `UPDATE audit_record SET subject_user_id = NULL WHERE sequence_number = 3`],
        ['change the domain', `UPDATE audit_record SET subject_domain = '' WHERE sequence_number = 3`],
        ['change when', `UPDATE audit_record SET at = at + interval '1 millisecond' WHERE sequence_number = 3`],
        ['change from where', `UPDATE audit_record SET address = '192.0.2.2' WHERE sequence_number = 3`],
        ['change the request', `UPDATE audit_record SET correlation_id = 'other' WHERE sequence_number = 3`],
        ['change the hash', `UPDATE audit_record SET hash = repeat('0', 64) WHERE sequence_number = 3`],
        ['change the link', `UPDATE audit_record SET previous_hash = repeat('0', 64) WHERE sequence_number = 3`],
      ])('%s', async (_name, statement) => {
        await tamperWithAuditLog(database, statement);
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 3, problem: 'altered' });
      });

      it('threat: rewrite history and hash it again, which takes no key that the database has', async () => {
        const records = await log.read(0, 10);
        let previousHash = FIRST_PREVIOUS_HASH;
        const statements: string[] = [];
        for (const { hash: _hash, ...record } of records) {
          const forged = { ...record, previousHash, event: { ...record.event, address: '192.0.2.66' } };
          const hash = await sha256OfText(canonicalRecord(forged));
          statements.push(`UPDATE audit_record SET address = '192.0.2.66', previous_hash = '${previousHash}',
            hash = '${hash}' WHERE sequence_number = ${record.sequenceNumber}`);
          previousHash = hash;
        }
        await tamperWithAuditLog(database, ...statements, `UPDATE audit_head SET hash = '${previousHash}'`);
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 1, problem: 'altered' });
      });

      it('threat: cut off the end', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number > 3');
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 4, problem: 'missing' });
      });

      it('a deleted record is detected by verifying the chain', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number = 3');
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 3, problem: 'missing' });
      });

      it('a deleted record whose gap was closed is detected by verifying the chain', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number IN (3, 5)');
        await tamperWithAuditLog(database, 'UPDATE audit_record SET sequence_number = 3 WHERE sequence_number = 4');
        expect(await verify()).toMatchObject({ intact: false, sequenceNumber: 3 });
      });
    });
  });
}, 'owner');
