import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateFreezeId } from '@/lib/accounts/freeze/freeze';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { assignHardware } from '@/lib/devices/hardware/assign-hardware';
import { SENDING_MS, WAITING_LIFETIME_MS } from '@/lib/devices/pending/follow-operation';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { systemRandom } from '@/lib/shared/random';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';
import { FakeClock } from '../../../support/doubles/fake-clock';
import {
  dyingStore,
  lookAtPending,
  openPendingReplica,
  type PendingReplica,
} from '../../../support/onespan/open-pending-replica';
import { MemoryDeviceActStore } from '../../../support/doubles/stores/memory-device-act-store';
import { MemoryDeviceHolds } from '../../../support/doubles/stores/memory-device-holds';
import type { SideEffects } from '@/lib/messaging/new-message';
import { testAppender } from '../../../support/test-chain';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const JOHN = { userId: 'john.roe', domain: 'example.org' };
const PASSWORD = 'Static-Password-1';
const ORIGIN = { correlationId: 'request', address: null };
const [FIRST, SECOND] = ['0097000001', '0097000002'] as const;
const ASSIGN = 'digipassExecute DIGIPASSCMD_ASSIGN';
const SENT = { ok: true, value: { kind: 'sent-for-approval' } };

forEachPairOfReplicas((_kind, openPair) => {
  let databases: [Database, Database];
  let clock: FakeClock;
  let server: OneSpanServer;
  let replicas: [PendingReplica, PendingReplica];
  let access: Awaited<ReturnType<typeof fakeAccess>>;

  async function start(options: Partial<OneSpanOptions> = {}, checker: typeof JANE | null = null) {
    server = await startOnespanServer({
      clock,
      users: [JANE, JOHN].map(({ userId }) => ({ userId, staticPassword: PASSWORD })),
      tokens: [FIRST, SECOND].map((serialNumber) => ({ serialNumber, type: 'DP770', kind: 'time' })),
      makerChecker: ['DIGIPASSCMD_ASSIGN'],
      furtherPrivileges: ['Assign DIGIPASS'],
      ...options,
    });
    const settings: Parameters<typeof openPendingReplica>[3] = {
      checker,
      hardware: {
        assignment: { by: 'administration', separator: '' },
        isTested: true,
        clockFields: null,
        virtualTypes: ['VIR*'],
      },
    };
    replicas = [
      openPendingReplica(server, databases[0], clock, settings),
      openPendingReplica(server, databases[1], clock, settings),
    ];
  }

  beforeEach(async () => {
    databases ??= await openPair();
    clock = new FakeClock();
    access = await fakeAccess();
    const { client } = databases[0];
    await client.pendingOperation.deleteMany();
    await client.accountFreeze.deleteMany();
  });

  afterEach(async () => {
    await Promise.all(replicas.map(({ opened }) => opened.close()));
    await server.close();
  });

  function token(serialNumber: string) {
    const found = server.state.hardware.find(serialNumber);
    if (!found) throw new TypeError('no such token');
    return found;
  }

  async function assign(serialNumber: string = FIRST, { directory, opened, ports } = replicas[0], owner = JANE) {
    const { audit } = access;
    const keep = ({ events }: SideEffects) => events.forEach((event) => void audit.append(event));
    const deviceActs = new MemoryDeviceActStore(new MemoryDeviceHolds(), { keep });
    return assignHardware(
      { ...access, deviceActs, directory, hardware: opened.hardware, pendingOperations: ports },
      owner,
      {
        serialNumber,
        password: PASSWORD,
        response: await server.state.hardware.show(token(serialNumber)),
        newPin: '',
        newPinAgain: '',
      },
      ORIGIN,
    );
  }

  const look = async (replica = replicas[0]) => lookAtPending(replica);
  const waitAndLook = async (milliseconds = MINUTE) => {
    clock.pass(milliseconds);
    await look();
  };
  const shown = async ({ directory } = replicas[0], owner = JANE) => (await directory.holdings(owner)).requests;
  const waiting = () => server.state.pendingOperations.list();
  const decide = async (status: 'Approved' | 'Rejected') =>
    server.state.pendingOperations.decide(waiting()[0]?.id ?? '', status, server.state.checker, 'seen');

  /** Types of the records that the site has made beside the press, newest first. */
  async function recorded(count: number) {
    const records = await new PrismaAuditLog(databases[0], clock, testAppender()).listFor(JANE, count);
    return records.map(({ event: { type, actor } }) => [type, actor.kind === 'user' ? actor.userId : actor.kind]);
  }

  describe('an assignment that waits for a second administrator', () => {
    it.each(['identifier', 'silent', 'status'] as const)(
      'an assignment waits with its reference, however the first call is answered (%s), and is done once approved',
      async (pendingReply) => {
        await start({ pendingReply });
        expect(await assign()).toEqual(SENT);
        const [operation] = waiting();
        expect(operation).toMatchObject({ command: 'DIGIPASSCMD_ASSIGN', maker: server.state.serviceUser });
        expect(await shown()).toEqual([
          { serialNumber: FIRST, state: 'waiting', reference: operation?.id, since: expect.any(Date) as Date },
        ]);
        expect(await recorded(1)).toEqual([['hardware-assignment-pending', JANE.userId]]);
        await waitAndLook();
        expect(token(FIRST).owner).toBeNull();
        await decide('Approved');
        await waitAndLook();
        expect(token(FIRST).owner).toMatchObject(JANE);
        expect(waiting()).toEqual([]);
        expect(await shown()).toEqual([]);
        expect(await recorded(1)).toEqual([['hardware-assigned', JANE.userId]]);
        expect(server.calls.count(ASSIGN)).toBe(2);
      },
    );

    it('an assignment names its checker where one is set', async () => {
      await start({}, { userId: 'checker', domain: 'master' });
      await assign();
      expect(waiting()[0]?.checker).toEqual({ userId: 'checker', domain: 'master' });
    });

    it('a person who waits for one gets no other, and the password is not even compared', async () => {
      await start();
      await assign();
      server.calls.clear();
      expect(await assign(SECOND)).toEqual({ ok: false, refusal: 'assignment-waiting' });
      expect(server.calls.count('authUser')).toBe(0);
      expect(waiting()).toHaveLength(1);
    });

    it('presses of two replicas at once, for one device or for two, queue one command', async () => {
      await start();
      const presses = [FIRST, SECOND, FIRST, SECOND].map(async (serial, index) => assign(serial, replicas[index % 2]));
      const answers = await Promise.all(presses);
      expect(answers).toContainEqual(SENT);
      expect(waiting()).toHaveLength(1);
      expect(server.calls.count(ASSIGN)).toBe(1);
    });

    it('threat: a device that waits for another user — a thief who holds it is refused as with a wrong code', async () => {
      await start();
      await assign();
      clock.pass(MINUTE);
      expect(await assign(FIRST, replicas[1], JOHN)).toEqual({ ok: false, refusal: 'assignment-refused' });
      expect(await shown(replicas[1], JOHN)).toEqual([]);
      expect(waiting()).toHaveLength(1);
    });

    it('of two replicas that look at once after the approval, one repeats the command', async () => {
      await start();
      await assign();
      await decide('Approved');
      clock.pass(MINUTE);
      await Promise.all(replicas.map(look));
      expect(server.calls.count(ASSIGN)).toBe(2);
      expect((await recorded(3)).filter(([type]) => type === 'hardware-assigned')).toHaveLength(1);
    });

    it('a process that dies after the call leaves a row, by which another finds the reference and queues nothing', async () => {
      await start();
      const [{ ports, ...rest }] = replicas;
      const dying = { ...rest, ports: { ...ports, operations: dyingStore(ports.operations) } };
      await expect(assign(FIRST, dying)).rejects.toThrow('killed');
      clock.pass(SENDING_MS);
      await look(replicas[1]);
      expect(await shown()).toMatchObject([{ state: 'waiting', reference: waiting()[0]?.id }]);
      await decide('Approved');
      await waitAndLook();
      expect(token(FIRST).owner).toMatchObject(JANE);
      expect(server.calls.count(ASSIGN)).toBe(2);
    });

    it('a call that never reached the server is forgotten, and the next press sends it', async () => {
      await start();
      server.faults.set(ASSIGN, fault.reset(), { times: 1 });
      await expect(assign()).rejects.toMatchObject({ name: 'GatewayError' });
      // A code counts once.
      clock.pass(SENDING_MS + MINUTE);
      await look();
      expect(await shown()).toEqual([]);
      expect(await assign()).toEqual(SENT);
      expect(waiting()).toHaveLength(1);
    });

    it('a rejected one ends with words for a week, and may be asked for anew', async () => {
      await start();
      await assign();
      const id = waiting()[0]?.id ?? '';
      await decide('Rejected');
      await waitAndLook();
      expect(await shown()).toMatchObject([{ serialNumber: FIRST, state: 'rejected', reference: id }]);
      expect(await recorded(1)).toEqual([['hardware-assignment-not-approved', 'system']]);
      server.state.pendingOperations.delete(id);
      clock.pass(7 * DAY + MINUTE);
      expect(await shown()).toEqual([]);
      expect(await assign()).toEqual(SENT);
    });

    it('one that is never approved is given up after 30 days, and taken back at the server', async () => {
      await start();
      await assign();
      await waitAndLook(WAITING_LIFETIME_MS - MINUTE);
      expect(waiting()).toHaveLength(1);
      await waitAndLook(HOUR);
      expect(waiting()).toEqual([]);
      expect(await shown()).toMatchObject([{ state: 'expired' }]);
    });

    it('an approval that comes after another user got the device takes it from no one', async () => {
      await start();
      await assign();
      server.state.hardware.assign(token(FIRST), JOHN);
      await decide('Approved');
      await waitAndLook();
      expect(token(FIRST).owner).toMatchObject(JOHN);
      expect(await shown()).toMatchObject([{ state: 'changed' }]);
      expect(server.calls.count(ASSIGN)).toBe(1);
    });

    it('threat: the request of a thief — once the account is frozen, an approval assigns nothing', async () => {
      await start();
      await assign();
      const freeze = { id: generateFreezeId(systemRandom), version: 1, ...JANE, frozenBy: 'person', state: 'frozen' };
      await databases[0].client.accountFreeze.create({ data: { ...freeze, frozenAt: clock.now(), isSettled: true } });
      await decide('Approved');
      await waitAndLook();
      expect(token(FIRST).owner).toBeNull();
      expect(waiting()).toEqual([]);
      expect(await shown()).toMatchObject([{ state: 'withdrawn' }]);
      expect(server.calls.count(ASSIGN)).toBe(1);
    });
  });

  it('an assignment that does not wait is done at once, and leaves no row', async () => {
    await start({ makerChecker: [] });
    expect(await assign()).toEqual({ ok: true, value: { kind: 'assigned' } });
    expect(token(FIRST).owner).toMatchObject(JANE);
    expect(await databases[0].client.pendingOperation.count()).toBe(0);
    const log = new PrismaAuditLog(databases[0], clock, testAppender());
    expect((await log.listFor(JANE, 1)).map(({ event: { type } }) => type)).toEqual(['hardware-assigned']);
  });
});
