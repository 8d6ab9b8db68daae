import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { ownContext } from '@/lib/audit/audit-context';
import { SENDING_MS, WAITING_LIFETIME_MS } from '@/lib/devices/pending/follow-operation';
import { pendingDirectory } from '@/lib/devices/pending/pending-directory';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import type { PendingOperation as OperationAtServer } from '@/lib/kit/gateways/state/pending-operations';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { FakePhone } from '../../../support/doubles/fake-phone';
import type { openAdapter } from '../../../support/onespan/open-onespan-adapter';
import {
  dyingStore,
  lookAtPending,
  openPendingReplica,
  type PendingReplica,
} from '../../../support/onespan/open-pending-replica';
import { valueOf } from '../../../support/phones/activate-device';
import { testAppender } from '../../../support/test-chain';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const UNASSIGN = 'digipassExecute DIGIPASSCMD_UNASSIGN';

forEachPairOfReplicas((_kind, openPair) => {
  let databases: [Database, Database];
  let clock: FakeClock;
  let server: OneSpanServer;
  let replicas: [PendingReplica, PendingReplica];
  let instanceId: string;

  async function start(options: Partial<OneSpanOptions> = {}, change: Parameters<typeof openAdapter>[2] = {}) {
    server = await startOnespanServer({
      clock,
      users: [{ userId: JANE.userId, staticPassword: 'Static-Password-1' }],
      makerChecker: ['DIGIPASSCMD_UNASSIGN'],
      furtherPrivileges: ['Unassign DIGIPASS'],
      ...options,
    });
    replicas = [openReplica(databases[0], change), openReplica(databases[1], change)];
    instanceId = await activate();
  }

  function openReplica(database: Database, change: Parameters<typeof openAdapter>[2]): PendingReplica {
    return openPendingReplica(server, database, clock, { takesLicencesBack: true, ...change });
  }

  beforeEach(async () => {
    databases ??= await openPair();
    clock = new FakeClock();
    await databases[0].client.pendingOperation.deleteMany();
  });

  afterEach(async () => {
    await Promise.all(replicas.map(({ opened }) => opened.close()));
    await server.close();
  });

  /** A new device of Jane's. @returns its instance ID */
  async function activate(): Promise<string> {
    const account = server.state.accounts.find(JANE.userId, JANE.domain);
    if (!account) throw new TypeError('no account');
    const registration = valueOf(await server.state.register(account));
    const image = valueOf(formatActivationPayload({ ...registration, gatewayId: server.state.options.gatewayId }));
    const phone = new FakePhone(server.gateway, image);
    for (let step = 0; step < 4; step++) expect(await phone.step()).toBe('done');
    return (await devices()).at(-1)?.serialNumber ?? '';
  }

  async function devices() {
    const account = server.state.accounts.find(JANE.userId, JANE.domain);
    return account ? server.state.records.listOf(account).filter(({ kind }) => kind === 'instance') : [];
  }

  const remove = async ({ directory }: PendingReplica = replicas[0], by = JANE.userId) =>
    directory.removeOnRequest?.(instanceId, { owner: JANE, name: 'Pixel 9', by, event: removedBy(by) });
  const removedBy = (userId: string) => {
    const context = { ...ownContext(JANE, ORIGIN), actor: { kind: 'user', userId } } as const;
    return { type: 'authenticator-removed', instanceId, name: 'Pixel 9', ...context } as const;
  };
  const look = async (replica = replicas[0]) => lookAtPending(replica);
  const waitAndLook = async (milliseconds = MINUTE) => {
    clock.pass(milliseconds);
    await look();
  };
  const shown = async ({ directory }: PendingReplica = replicas[0]) =>
    (await directory.list(JANE)).map(({ removal }) => removal);
  const waiting = () => server.state.pendingOperations.list();
  const decide = async (status: 'Approved' | 'Rejected', [operation] = waiting()) =>
    server.state.pendingOperations.decide(operation?.id ?? '', status, server.state.checker, 'seen');

  /** Types of the newest records, newest first. */
  async function recorded(count: number) {
    const log = new PrismaAuditLog(databases[0], clock, testAppender());
    const records = await log.listFor(JANE, count);
    return records.map(({ event: { type, actor } }) => [type, actor.kind === 'user' ? actor.userId : actor.kind]);
  }

  describe('a removal that waits for a second administrator', () => {
    it.each(['identifier', 'silent', 'status'] as const)(
      'a removal waits with its reference, however the first call is answered (%s), and is done once approved',
      async (pendingReply) => {
        await start({ pendingReply });
        expect(await remove()).toEqual({ ok: false, refusal: 'awaiting-approval' });
        const [operation] = waiting() as [OperationAtServer];
        expect(operation).toMatchObject({ command: 'DIGIPASSCMD_UNASSIGN', maker: server.state.serviceUser });
        expect(await shown()).toEqual([{ state: 'waiting', reference: operation.id, since: expect.any(Date) as Date }]);
        expect(await recorded(1)).toEqual([['removal-sent-for-approval', JANE.userId]]);
        await waitAndLook();
        expect(await devices()).toHaveLength(1);
        await replicas[0].ports.names.keep(instanceId, 'Pixel 9');
        await decide('Approved');
        await waitAndLook();
        expect(await devices()).toEqual([]);
        // Its identifier may be the next owner's.
        expect(await databases[0].client.deviceName.count()).toBe(0);
        expect(server.state.records.list()).toMatchObject([{ kind: 'licence', owner: null }]);
        expect(waiting()).toEqual([]);
        expect(await recorded(1)).toEqual([['authenticator-removed', JANE.userId]]);
        expect(server.calls.count(UNASSIGN)).toBe(2);
      },
    );

    it('the removal that an agent asked for is recorded as the helpdesk’s, and names its checker where one is set', async () => {
      await start({}, { checker: { userId: 'checker', domain: 'master' } });
      await remove(replicas[0], 'ann.agent');
      expect(waiting()[0]?.checker).toEqual({ userId: 'checker', domain: 'master' });
      await decide('Approved');
      await waitAndLook();
      expect(await recorded(2)).toEqual([
        ['device-removed-by-helpdesk', 'ann.agent'],
        ['removal-sent-for-approval', 'ann.agent'],
      ]);
    });

    it('ten presses of two replicas, an agent’s and the person’s, queue one command', async () => {
      await start();
      const presses = Array.from({ length: 10 }, (_, index) =>
        remove(replicas[index % 2], index < 5 ? JANE.userId : 'ann.agent'),
      );
      const answers = await Promise.all(presses);
      expect(answers).toEqual(Array.from({ length: 10 }, () => ({ ok: false, refusal: 'awaiting-approval' })));
      expect(waiting()).toHaveLength(1);
      expect(server.calls.count(UNASSIGN)).toBe(1);
      clock.pass(HOUR);
      await Promise.all(replicas.map(look));
      await remove(replicas[1]);
      expect(server.calls.count(UNASSIGN)).toBe(1);
    });

    it('of two replicas that look at once after the approval, one repeats the command', async () => {
      await start();
      await remove();
      await decide('Approved');
      clock.pass(MINUTE);
      await Promise.all(replicas.map(look));
      expect(server.calls.count(UNASSIGN)).toBe(2);
      expect((await recorded(3)).filter(([type]) => type === 'authenticator-removed')).toHaveLength(1);
    });

    it('a process that dies after the call leaves a row, by which another finds the reference and queues nothing', async () => {
      await start();
      const dying = { ...replicas[0].ports, operations: dyingStore(replicas[0].ports.operations) };
      const directory = pendingDirectory(replicas[0].opened.directory, dying);
      await expect(remove({ ...replicas[0], directory })).rejects.toThrow('killed');
      expect(waiting()).toHaveLength(1);
      expect(await remove(replicas[1])).toEqual({ ok: false, refusal: 'awaiting-approval' });
      clock.pass(SENDING_MS);
      await look(replicas[1]);
      expect(await shown(replicas[1])).toMatchObject([{ state: 'waiting', reference: waiting()[0]?.id }]);
      expect(server.calls.count(UNASSIGN)).toBe(1);
      await decide('Approved');
      clock.pass(MINUTE);
      await look(replicas[1]);
      expect(await devices()).toEqual([]);
    });

    it('a call whose answer is lost is not sent again: what the server has is found', async () => {
      await start();
      server.faults.set(UNASSIGN, fault.lostAnswer(), { times: 1 });
      await expect(remove()).rejects.toMatchObject({ name: 'GatewayError' });
      expect(waiting()).toHaveLength(1);
      clock.pass(SENDING_MS);
      expect(await remove()).toEqual({ ok: false, refusal: 'awaiting-approval' });
      expect(waiting()).toHaveLength(1);
      expect(await shown()).toMatchObject([{ reference: waiting()[0]?.id }]);
    });

    it('a call that never reached the server is forgotten, and the next press sends it', async () => {
      await start();
      server.faults.set(UNASSIGN, fault.reset(), { times: 1 });
      await expect(remove()).rejects.toMatchObject({ name: 'GatewayError' });
      expect(waiting()).toEqual([]);
      clock.pass(SENDING_MS);
      expect(await remove()).toEqual({ ok: false, refusal: 'awaiting-approval' });
      expect(waiting()).toHaveLength(1);
    });

    it('a removal that was carried out though its answer was lost is recorded once, by the next press', async () => {
      await start({ makerChecker: [] });
      server.faults.set(UNASSIGN, fault.lostAnswer(), { times: 1 });
      await expect(remove()).rejects.toMatchObject({ name: 'GatewayError' });
      clock.pass(SENDING_MS);
      const before = await databases[0].client.auditRecord.count();
      expect(await remove()).toEqual({ ok: true, value: null });
      await look();
      expect(await databases[0].client.auditRecord.count()).toBe(before + 1);
      expect(await recorded(1)).toEqual([['authenticator-removed', JANE.userId]]);
      expect(await databases[0].client.pendingOperation.findMany()).toMatchObject([{ state: 'done' }]);
    });

    it('a server that is away for an hour is asked again, and loses nothing', async () => {
      await start();
      await remove();
      await decide('Approved');
      await Promise.all(server.listeners.soap.map((listener) => listener.stop()));
      await waitAndLook(HOUR);
      await Promise.all(server.listeners.soap.map((listener) => listener.start()));
      await waitAndLook(HOUR);
      expect(await devices()).toEqual([]);
    });

    it('a rejected removal ends with words, and may be asked for anew', async () => {
      await start();
      await remove();
      const id = waiting()[0]?.id ?? '';
      await decide('Rejected');
      await waitAndLook();
      expect(await shown()).toMatchObject([{ state: 'rejected', reference: id }]);
      expect(await recorded(1)).toEqual([['removal-not-approved', 'system']]);
      server.state.pendingOperations.delete(id);
      expect(await remove()).toEqual({ ok: false, refusal: 'awaiting-approval' });
      expect(await shown()).toMatchObject([{ state: 'waiting' }]);
    });

    it('a removal that was deleted there ends as withdrawn, once every server must have heard of it', async () => {
      await start();
      await remove();
      for (const { id } of waiting()) server.state.pendingOperations.delete(id);
      await waitAndLook();
      expect(await shown()).toMatchObject([{ state: 'waiting' }]);
      await waitAndLook(20 * MINUTE);
      expect(await shown()).toMatchObject([{ state: 'withdrawn' }]);
      expect(await devices()).toHaveLength(1);
    });

    it('a removal that is never approved is given up after 30 days, and taken back at the server', async () => {
      await start();
      await remove();
      await waitAndLook(WAITING_LIFETIME_MS - MINUTE);
      expect(waiting()).toHaveLength(1);
      await waitAndLook(HOUR);
      expect(waiting()).toEqual([]);
      expect(await shown()).toMatchObject([{ state: 'expired' }]);
    });

    it('an approval that comes after the person has activated another device takes neither of the two', async () => {
      await start();
      await remove();
      await activate();
      await decide('Approved');
      await waitAndLook();
      expect(await devices()).toHaveLength(2);
      expect(waiting()).toEqual([]);
      expect(await shown()).toContainEqual(expect.objectContaining({ state: 'changed' }));
      expect(server.calls.count(UNASSIGN)).toBe(1);
    });

    it('a removal for safety stops the device at once while the other one waits, which ends as done', async () => {
      await start();
      await remove();
      expect(await replicas[0].directory.remove(instanceId)).toEqual({ ok: true, value: null });
      expect(await shown()).toEqual([]);
      await waitAndLook();
      expect(waiting()).toEqual([]);
      expect(await databases[0].client.pendingOperation.findMany()).toMatchObject([{ state: 'done' }]);
    });

    it('a server whose status is published nowhere is sent the command with its reference, which shows it', async () => {
      await start();
      server.faults.set('viewPendingOperation', fault.unknownStatus());
      await remove();
      await waitAndLook();
      expect(await devices()).toHaveLength(1);
      await decide('Approved');
      await waitAndLook();
      expect(await devices()).toEqual([]);
      expect(waiting()).toEqual([]);
    });
  });

  describe('a removal that does not wait', () => {
    it.each([
      ['the last device', { makerChecker: [] }, true, UNASSIGN],
      ['the last device, its licence kept', { makerChecker: [] }, false, 'digipassExecute DIGIPASSCMD_DEACTIVATE'],
    ] as const)('%s is removed at once, and leaves no row', async (_what, options, takesLicencesBack, command) => {
      await start(options, { takesLicencesBack });
      expect(await remove()).toEqual({ ok: true, value: null });
      expect(server.calls.count(command)).toBe(1);
      expect(await databases[0].client.pendingOperation.count()).toBe(0);
      expect(await shown()).toEqual([]);
    });

    it('one of two devices is deactivated, because an instance is never unassigned by itself', async () => {
      await start();
      await activate();
      expect(await remove()).toEqual({ ok: true, value: null });
      expect(server.calls.count(UNASSIGN)).toBe(0);
      expect((await replicas[0].directory.list(JANE)).length).toBe(1);
    });

    it('a service user without the privilege is refused in words of the log, and nothing waits', async () => {
      await start({ furtherPrivileges: [] });
      await expect(remove()).rejects.toMatchObject({ code: 'refused-credentials' });
      clock.pass(SENDING_MS);
      await look();
      expect(await databases[0].client.pendingOperation.count()).toBe(0);
      expect(await devices()).toHaveLength(1);
    });
  });
});
