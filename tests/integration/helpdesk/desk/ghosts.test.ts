import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { perNetwork, perObject } from '@/lib/accounts/sign-in/limits';
import { sealFreeze, sealMark } from '@/lib/wire/crypto/messages/device-details-message';
import { PrismaDeviceMarks } from '@/lib/database/tables/devices/prisma-device-marks';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { MARK_LIFETIME_MS, type MarkPorts } from '@/lib/devices/marks/device-marks';
import { listGhosts, lockGhost, type Ghost } from '@/lib/devices/marks/ghosts';
import { markDevice, unmarkDevices } from '@/lib/devices/marks/mark-device';
import { generateBrowserSecret, type BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE } from '@/lib/shared/time/duration';
import { sha256OfText } from '@/lib/shared/bytes';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';

forUseCases((_database, open) => {
  let world: FakeHelpdesk;
  let ports: MarkPorts;
  let jane: User;

  beforeAll(async () => {
    const database = await open();
    world = await fakeHelpdesk(onDatabase(database));
    ports = { ...world.ports, marks: new PrismaDeviceMarks(database.client) };
  });

  beforeEach(async () => {
    jane = await world.newcomer();
    // Each test comes from the same address.
    await ports.rateLimiter.reset(perNetwork('device-mark', ORIGIN));
  });

  async function mark(instanceId: string, secret: BrowserSecret | null = null): Promise<BrowserSecret> {
    const marked = await markDevice(ports, instanceId, secret);
    if (!marked.ok) throw new Error(marked.refusal);
    return marked.value;
  }

  async function ghostsOf(secret: BrowserSecret): Promise<Ghost[]> {
    const ghosts = await listGhosts(ports, secret, ORIGIN);
    if (!ghosts.ok) throw new Error(ghosts.refusal);
    return ghosts.value;
  }

  const proves = (instanceId: string, sealed: Uint8Array<ArrayBuffer>) =>
    world.fake.embedded.provesMark(instanceId, sealed);
  const now = () => world.ports.clock.now().getTime();
  const stateOf = async (instanceId: string) =>
    (await world.ports.directory.list(jane)).find((device) => device.instanceId === instanceId)?.state;

  describe('a browser that has deleted its devices', () => {
    it('a browser is told when each of its working devices was activated, and of none that is locked or removed', async () => {
      const [first, second, third] = [
        await world.activate(jane),
        await world.activate(jane),
        await world.activate(jane),
      ];
      const secret = await mark(first.instanceId);
      for (const { instanceId } of [second, third]) expect(await mark(instanceId, secret)).toBe(secret);
      expect(await ghostsOf(secret)).toHaveLength(3);
      await changeAuthenticator(world.ports, jane, first.instanceId, { kind: 'lock' }, ORIGIN);
      await changeAuthenticator(world.ports, jane, second.instanceId, { kind: 'remove' }, ORIGIN);
      const [ghost, ...others] = await ghostsOf(secret);
      expect(others).toEqual([]);
      const device = (await world.ports.directory.list(jane)).find((one) => one.instanceId === third.instanceId);
      expect(ghost).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), activatedAt: device?.activatedAt });
    });

    it('what was removed on purpose is not called lost, and a mark ends with its cookie', async () => {
      const [first, second] = [await world.activate(jane), await world.activate(jane)];
      const secret = await mark(first.instanceId);
      await mark(second.instanceId, secret);
      await unmarkDevices(ports, secret, [first.instanceId]);
      expect(await ghostsOf(secret)).toHaveLength(1);
      const later = { ...ports, clock: { now: () => new Date(now() + MARK_LIFETIME_MS) } };
      expect(await listGhosts(later, secret, ORIGIN)).toEqual({ ok: true, value: [] });
    });

    it('one press locks a ghost for a cause that its user lifts themselves, with a record and a notice', async () => {
      const { instanceId } = await world.activate(jane, 'Blue phone');
      const secret = await mark(instanceId);
      const [ghost] = await ghostsOf(secret);
      expect(await lockGhost(ports, secret, ghost?.id ?? '', ORIGIN)).toEqual({ ok: true, value: null });
      expect(await stateOf(instanceId)).toBe('locked');
      expect(await ports.holds.standing(instanceId)).toEqual(['person']);
      expect(await ghostsOf(secret)).toEqual([]);
      const [record] = await world.ports.audit.listFor(jane, 1);
      expect(record?.event).toMatchObject({
        type: 'deleted-device-locked',
        actor: { kind: 'anonymous' },
        instanceId,
        deviceName: 'Blue phone',
        address: ORIGIN.address,
      });
      expect((await world.mailbox.newestNotice(jane.userId, 'device-locked')).notice).toMatchObject({ instanceId });

      // A second press, whose first answer was lost, records nothing more.
      expect(await lockGhost(ports, secret, ghost?.id ?? '', ORIGIN)).toEqual({ ok: true, value: null });
      expect(await world.ports.audit.listFor(jane, 1)).toEqual([record]);
      const lifted = await changeAuthenticator(world.ports, jane, instanceId, { kind: 'unlock' }, ORIGIN);
      expect(lifted).toEqual({ ok: true, value: null });
      expect(await stateOf(instanceId)).toBe('active');
    });

    it('threat: a guessed secret, or another browser’s, learns nothing and locks nothing', async () => {
      const { instanceId } = await world.activate(jane);
      const { instanceId: another } = await world.activate(await world.newcomer());
      const secret = await mark(instanceId);
      const [ghost] = await ghostsOf(secret);
      const guessed = generateBrowserSecret(systemRandom);
      const others = await mark(another);
      expect(await ghostsOf(guessed)).toEqual([]);
      for (const thief of [guessed, others])
        for (const id of [ghost?.id ?? '', instanceId, '0'.repeat(32)])
          expect(await lockGhost(ports, thief, id, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
      expect(await stateOf(instanceId)).toBe('active');
      const stored = await ports.marks.list(await sha256OfText(secret), new Date(0));
      expect(stored).toEqual([instanceId]);
      expect(await ports.marks.list(secret, new Date(0))).toEqual([]);
    });

    it('threat: a browser asks, is to be remembered or locks without end, and is refused', async () => {
      const { instanceId } = await world.activate(jane);
      const secret = await mark(instanceId);
      for (const [budget, attempt, refusal] of [
        [perObject('device-mark', instanceId), () => markDevice(ports, instanceId, secret), 'paused'],
        [
          perObject('ghost-lock', await sha256OfText(secret)),
          () => lockGhost(ports, secret, '0'.repeat(32), ORIGIN),
          'too-many-attempts',
        ],
      ] as const) {
        for (let left = budget.attempts; left > 0; left--) await ports.rateLimiter.take([budget]);
        expect(await attempt()).toEqual({ ok: false, refusal });
      }
      const network = perNetwork('device-mark', ORIGIN);
      for (let left = network[0]?.attempts ?? 0; left > 0; left--) await ports.rateLimiter.take(network);
      expect(await listGhosts(ports, secret, ORIGIN)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });
  });

  describe('a device that is to be remembered', () => {
    it('a device proves its key, and that it asks just now', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const seal = (askedAt: number) => sealMark(phone.instanceKey, instanceId, askedAt, systemRandom.bytes(12));
      expect(await proves(instanceId, await seal(now()))).toBe(true);
      expect(await proves(instanceId, await seal(now() - 2 * MINUTE))).toBe(true);
      expect(await proves(instanceId, await seal(now() - 2 * MINUTE - 1))).toBe(false);
      expect(await proves(instanceId, await seal(now() + 1))).toBe(false);
    });

    it('threat: a thief has another’s device remembered by a browser of their own, to lock it', async () => {
      const { phone, instanceId } = await world.activate(jane);
      const { phone: own, instanceId: ownId } = await world.activate(await world.newcomer());
      const random = systemRandom.bytes(12);
      expect(await proves(instanceId, await sealMark(own.instanceKey, instanceId, now(), random))).toBe(false);
      expect(await proves(instanceId, await sealMark(own.instanceKey, ownId, now(), random))).toBe(false);
      expect(await proves('VDS9999999-1', await sealMark(own.instanceKey, 'VDS9999999-1', now(), random))).toBe(false);
      // What the device has sealed for something else.
      expect(await proves(instanceId, await sealFreeze(phone.instanceKey, instanceId, now(), random))).toBe(false);
      await changeAuthenticator(world.ports, jane, instanceId, { kind: 'lock' }, ORIGIN);
      expect(await proves(instanceId, await sealMark(phone.instanceKey, instanceId, now(), random))).toBe(false);
    });
  });
});
