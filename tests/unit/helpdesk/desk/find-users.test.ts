import { beforeEach, describe, expect, it } from 'vitest';
import { findUsers, MAXIMUM_QUERY_LENGTH } from '@/lib/helpdesk/desk/find-users';
import { GatewayError } from '@/lib/activation/gateway-error';
import { EVERYTHING, type DirectoryCapabilities } from '@/lib/devices/authenticator-directory';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { systemClock } from '@/lib/shared/time/clock';
import { FACTS } from '../../../support/facts-of-every-type';
import { openCase } from '../../../support/doubles/fake-cases';
import { MemoryAuditLog } from '../../../support/doubles/stores/memory-audit-log';
import { JANE } from '../../../support/doubles/fake-access-ports';
import { MemoryUserDirectory } from '../../../support/doubles/stores/memory-user-directory';

describe('finding people', () => {
  let users: MemoryUserDirectory;
  let asked: string[];
  let audit: MemoryAuditLog;
  let owner: { userId: string; domain: string } | null;
  let capabilities: DirectoryCapabilities;

  beforeEach(async () => {
    users = new MemoryUserDirectory();
    await users.add(JANE);
    asked = [];
    audit = new MemoryAuditLog(systemClock);
    owner = JANE;
    capabilities = EVERYTHING;
  });

  const opened = openCase({ userId: 'jane.doe', domain: JANE.domain });
  const cases = {
    find: async (reference: string, domain: string) =>
      reference === opened.reference && domain === opened.domain ? opened : null,
  };

  async function find(typed: string) {
    const directory = {
      capabilities,
      findOwner: async (serialNumber: string) => {
        asked.push(serialNumber);
        return owner;
      },
    };
    const found = await findUsers({ users, directory, audit, cases, clock: systemClock }, JANE.domain, typed, null);
    return found.ok ? found.value.users.map(({ userId }) => userId) : found.refusal;
  }

  it.each(['VDS1000042', ' vds1000042 ', 'VDS1000042-1', 'vds1000042-12'])(
    'the gateway is asked for the owner of the serial number %s',
    async (typed) => {
      expect(await find(typed)).toEqual(['jane.doe']);
      expect(asked).toEqual(['VDS1000042']);
    },
  );

  it('a case is found by its reference, however it is written, in its own domain alone', async () => {
    await users.add({ ...JANE, userId: 'another' });
    const code = opened.reference.replace('case-', '');
    const spoken = [opened.reference, code, code.replace('-', ' ').toLowerCase(), ` CASE ${code} `];
    for (const typed of spoken) expect(await find(typed)).toEqual(['jane.doe']);
    expect(await find('case-2222-2222')).toEqual([]);
    const elsewhere = await findUsers(
      { users, directory: { capabilities, findOwner: async () => null }, audit, cases, clock: systemClock },
      'elsewhere',
      opened.reference,
      null,
    );
    expect(elsewhere).toEqual({ ok: true, value: { users: [], next: null, isOfTicket: false } });
  });

  it.each(['VDS100004', 'VDS10000421', 'VDS1000042-', 'jane VDS1000042', 'jane'])(
    'the gateway is not asked about %s',
    async (typed) => {
      await find(typed);
      expect(asked).toEqual([]);
    },
  );

  it('a serial number without an owner in the domain is searched like a name', async () => {
    await users.add({ ...JANE, userId: 'vds1000042' });
    owner = null;
    expect(await find('VDS1000042')).toEqual(['vds1000042']);
    owner = { userId: JANE.userId, domain: 'elsewhere' };
    expect(await find('VDS1000042')).toEqual(['vds1000042']);
    owner = { userId: 'left long ago', domain: JANE.domain };
    expect(await find('VDS1000042')).toEqual(['vds1000042']);
  });

  it('a serial number is searched like a name where the gateway cannot tell the owner', async () => {
    await users.add({ ...JANE, userId: 'vds1000042' });
    capabilities = { ...EVERYTHING, findOwner: 'not-documented' };
    expect(await find('VDS1000042')).toEqual(['vds1000042']);
    expect(asked).toEqual([]);
  });

  it('a failing gateway is not reported as no result', async () => {
    const directory = { capabilities, findOwner: () => Promise.reject(new GatewayError('unreachable', 'not-sent')) };
    await expect(
      findUsers({ users, directory, audit, cases, clock: systemClock }, JANE.domain, 'VDS1000042', null),
    ).rejects.toThrow(GatewayError);
  });

  it.each(['', ' ', 'j', ' j ', 'j d', '\u0301', '\u0000a\u0000'])(
    'the query %j is refused as too short',
    async (typed) => {
      expect(await find(typed)).toBe('query-too-short');
    },
  );

  it('an overlong query is refused, and at most five words count', async () => {
    expect(await find('x'.repeat(MAXIMUM_QUERY_LENGTH + 1))).toBe('query-too-long');
    expect(await find('x'.repeat(MAXIMUM_QUERY_LENGTH))).toEqual([]);
    expect(await find('jane doe jane doe jane nobody')).toEqual(['jane.doe']);
  });

  it('a user is found by the number of their ticket, in any case, within the domain', async () => {
    const request = { ...FACTS['removal-requested'], ticket: 'INC-4711', actor: { kind: 'user', userId: 'helpdesk' } };
    const context = { correlationId: 'c', address: null };
    const { userId, domain } = JANE;
    await audit.append(
      { ...request, ...context, subject: { userId, domain } } as AuditEvent,
      { ...request, ...context, subject: { userId, domain } } as AuditEvent,
      { ...request, ...context, subject: { userId: 'john', domain: 'elsewhere' } } as AuditEvent,
    );
    expect(await find('inc-4711')).toEqual(['jane.doe']);
    expect(await find('INC-471')).toEqual([]);
  });

  it('a single letter counts beside a longer word', async () => {
    expect(await find('j doe')).toEqual(['jane.doe']);
  });
});
